package vn.hoingo.identity.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.identity.Digests;
import vn.hoingo.identity.IdentitySettings;
import vn.hoingo.identity.Ids;

/** The invented people of the demo, from the file that the start prints. They exist only where the demo does. */
@Component
@Order(3)
@ConditionalOnProperty("hoingo.identity.demo")
public class DemoAccounts implements ApplicationRunner {

    private static final String FILE = "accounts";

    private final IdentitySettings settings;
    private final AccountDesk desk;
    private final DemoFiles known;
    private final JsonMapper json;

    DemoAccounts(IdentitySettings settings, AccountDesk desk, DemoFiles known, JsonMapper json) {
        this.known = known;
        this.settings = settings;
        this.desk = desk;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String digest = Digests.of(text());
        if (known.findById(FILE)
                .filter(before -> before.digest().equals(digest))
                .isEmpty()) {
            file().accounts().forEach(this::keep);
            known.save(new DemoFile(FILE, digest));
        }
    }

    private void keep(Person person) {
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

    /** The script client of the demo, and its secret. */
    public @Nullable Client client() {
        return file().client();
    }

    private File file() {
        return json.readValue(text(), File.class);
    }

    private String text() {
        String path = settings.demoAccounts();
        if (path == null || path.isBlank()) {
            throw new IllegalStateException("HOINGO_DEMO is true, so HOINGO_DEMO_ACCOUNTS must name a file");
        }
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which file the accounts were made from; hashing their passwords again at each start would only delay it. */
    @Document("demo-files")
    record DemoFile(@Id String name, String digest) {}

    record File(
            @Nullable String url,
            List<Person> accounts,
            @Nullable Client client) {}

    record Person(
            List<String> roles, String email, @Nullable String password, String name, String locale) {}

    /** A client that scripts sign in as. */
    public record Client(String id, String secret) {}
}
