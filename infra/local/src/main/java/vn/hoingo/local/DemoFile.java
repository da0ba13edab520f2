package vn.hoingo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo's accounts and its script client, in {@code demo.json}: made with the first demo of a data folder and kept, so that
 * a script can begin where a person would. Its people are invented.
 */
record DemoFile(String url, List<Account> accounts, Client client) {

    record Account(List<String> roles, String email, String password, String name, String locale) {}

    record Client(String id, String secret) {}

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final List<Account> PEOPLE = List.of(
            new Account(List.of("organiser"), "organiser@hoingo.example", "", "Nguyễn Minh An", "vi"),
            new Account(List.of("delegation-officer"), "delegations@hoingo.example", "", "Trần Thu Hà", "vi"),
            new Account(List.of("protocol-officer"), "protocol@hoingo.example", "", "Lê Quang Vinh", "vi"),
            new Account(List.of("dispatcher"), "dispatch@hoingo.example", "", "Phạm Gia Bảo", "vi"),
            new Account(List.of("operations-watcher"), "operations@hoingo.example", "", "Đỗ Khánh Linh", "vi"),
            new Account(List.of("check-in"), "checkin@hoingo.example", "", "Võ Hoài Nam", "vi"),
            new Account(List.of("auditor"), "auditor@hoingo.example", "", "Bùi Thanh Mai", "vi"));

    static Path in(Path home) {
        return home.resolve("demo.json");
    }

    /** The file of this data folder, made when it is not there; its address is that of this start. */
    static DemoFile keep(Path home, String url) {
        Path file = in(home);
        DemoFile demo = Files.exists(file) ? read(file).at(url) : invented(url);
        Secrets.write(file, JSON.writeValueAsString(demo) + "\n");
        return demo;
    }

    private static DemoFile read(Path file) {
        try {
            DemoFile demo = JSON.readValue(Files.readString(file), DemoFile.class);
            if (demo == null || demo.accounts() == null || demo.client() == null) {
                throw new CannotStart(
                        ExitCode.CORRUPT_DATA, file + " is unreadable; delete it to have new accounts made");
            }
            return demo;
        } catch (IOException | JacksonException e) {
            throw new CannotStart(
                    ExitCode.CORRUPT_DATA, file + " is unreadable; delete it to have new accounts made", e);
        }
    }

    private static DemoFile invented(String url) {
        List<Account> accounts = new ArrayList<>();
        for (Account person : PEOPLE) {
            accounts.add(
                    new Account(person.roles(), person.email(), readablePassword(), person.name(), person.locale()));
        }
        return new DemoFile(url, accounts, new Client("demo-script", Secrets.text(32)));
    }

    private DemoFile at(String address) {
        return new DemoFile(address, accounts, client);
    }

    private static String readablePassword() {
        return Secrets.text(4) + "-" + Secrets.text(4) + "-" + Secrets.text(4);
    }
}
