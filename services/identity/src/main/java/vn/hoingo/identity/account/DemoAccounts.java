package vn.hoingo.identity.account;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;
import vn.hoingo.identity.Digests;
import vn.hoingo.identity.Ids;

/** Keeps an account for each of the demo's people. */
@Component
@Order(3)
class DemoAccounts implements ApplicationRunner {

    private static final String FILE = "accounts";

    private final AccountDesk desk;
    private final DemoFiles known;
    private final DemoPeople people;

    DemoAccounts(AccountDesk desk, DemoFiles known, DemoPeople people) {
        this.desk = desk;
        this.known = known;
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!people.exist()) {
            return;
        }
        String digest = Digests.of(people.text());
        if (known.findById(FILE)
                .filter(before -> before.digest().equals(digest))
                .isEmpty()) {
            people.accounts().forEach(this::keep);
            known.save(new DemoFile(FILE, digest));
        }
    }

    private void keep(DemoPeople.Person person) {
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

    /** Which file the accounts were made from; hashing their passwords again at each start would only delay it. */
    @Document("demo-files")
    record DemoFile(@Id String name, String digest) {}
}
