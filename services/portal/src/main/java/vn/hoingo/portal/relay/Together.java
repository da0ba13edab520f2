package vn.hoingo.portal.relay;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

/** Asks several services at the same time, each in the reader's name and language. */
public final class Together {

    private Together() {}

    /** What was asked for, not yet waited for. */
    public interface Asked<T> {

        T get();

        /** The answer, or nothing when the service does not answer or says no. */
        default @Nullable T orNothing() {
            try {
                return get();
            } catch (Unavailable | Answer e) {
                return null;
            }
        }
    }

    public static <T> Asked<T> ask(Supplier<T> question) {
        LocaleContext language = LocaleContextHolder.getLocaleContext();
        Callable<T> inLanguage = () -> {
            LocaleContextHolder.setLocaleContext(language);
            return question.get();
        };
        Future<T> answer = Threads.VIRTUAL.submit(new DelegatingSecurityContextCallable<>(inLanguage));
        return () -> wait(answer);
    }

    /** Asks the same of each, all at once; those without an answer are left out. */
    public static <S, T> List<T> askEach(List<S> subjects, Function<S, T> question) {
        List<Asked<T>> asked = subjects.stream()
                .map(subject -> ask(() -> question.apply(subject)))
                .toList();
        return asked.stream()
                .map(Asked::orNothing)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static <T> T wait(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Threads {

        static final ExecutorService VIRTUAL = Executors.newVirtualThreadPerTaskExecutor();
    }
}
