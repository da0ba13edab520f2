package vn.hoingo.identity.account;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.identity.IdentitySettings;
import vn.hoingo.identity.Ids;

/** The invented people of the demo, from the file that the start prints. They exist only where the demo does. */
@Component
@Order(2)
@ConditionalOnProperty("hoingo.identity.demo")
public class DemoAccounts implements ApplicationRunner {

    private final IdentitySettings settings;
    private final AccountDesk desk;
    private final JsonMapper json;

    DemoAccounts(IdentitySettings settings, AccountDesk desk, JsonMapper json) {
        this.settings = settings;
        this.desk = desk;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (Person person : file().accounts()) {
            EmailAddress email = EmailAddress.of(person.email())
                    .orElseThrow(() -> new IllegalStateException("An account of the demo has no valid address"));
            List<Role> roles = person.roles().stream()
                    .map(code -> Role.of(code)
                            .orElseThrow(() -> new IllegalStateException("The demo names an unknown role: " + code)))
                    .toList();
            desk.keep(
                    Ids.from("demo-account", email.value()),
                    email,
                    person.name(),
                    person.password(),
                    roles,
                    person.locale());
        }
    }

    /** The script client of the demo, and its secret. */
    public @Nullable Client client() {
        return file().client();
    }

    private File file() {
        String path = settings.demoAccounts();
        if (path == null) {
            throw new IllegalStateException("HOINGO_DEMO is true, so HOINGO_DEMO_ACCOUNTS must name a file");
        }
        return json.readValue(Path.of(path).toFile(), File.class);
    }

    record File(List<Person> accounts, @Nullable Client client) {}

    record Person(
            List<String> roles, String email, @Nullable String password, String name, String locale) {}

    /** A client that scripts sign in as. */
    public record Client(String id, String secret) {}
}
