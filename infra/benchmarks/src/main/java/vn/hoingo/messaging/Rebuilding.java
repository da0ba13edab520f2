package vn.hoingo.messaging;

import java.util.Objects;
import org.springframework.context.ApplicationContext;

/** Lets a service without an HTTP side rebuild its local copies. */
public final class Rebuilding {

    private final Rebuild rebuild;

    public Rebuilding(ApplicationContext service) {
        this.rebuild =
                service.getBean(MessagingAutoConfiguration.Mechanism.class).rebuild();
    }

    /** Returns when it is done. */
    public void once(String copy) throws InterruptedException {
        rebuild.begin(copy);
        while (state(copy).equals("rebuilding")) {
            Thread.sleep(1);
        }
        if (!state(copy).equals("rebuilt")) {
            throw new IllegalStateException(copy + " is " + state(copy));
        }
    }

    private String state(String copy) {
        return Objects.requireNonNull(rebuild.of(copy)).state();
    }
}
