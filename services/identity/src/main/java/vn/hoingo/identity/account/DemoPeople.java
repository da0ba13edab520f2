package vn.hoingo.identity.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.identity.IdentitySettings;

/** The invented people of the demo and its script client, from the file that the start prints. Where there is no demo, nobody. */
@Component
public class DemoPeople {

    private final IdentitySettings settings;
    private final JsonMapper json;

    public DemoPeople(IdentitySettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    boolean exist() {
        return settings.demo();
    }

    List<Person> accounts() {
        return exist() ? file().accounts() : List.of();
    }

    /** The script client of the demo, and its secret. */
    public @Nullable Client client() {
        return exist() ? file().client() : null;
    }

    private File file() {
        return json.readValue(text(), File.class);
    }

    /** The file as it is. */
    String text() {
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

    record File(
            @Nullable String url,
            List<Person> accounts,
            @Nullable Client client) {}

    record Person(
            List<String> roles, String email, @Nullable String password, String name, String locale) {}

    /** A client that scripts sign in as. */
    public record Client(String id, String secret) {}
}
