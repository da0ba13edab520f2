package vn.hoingo.portal.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.relay.Answer;
import vn.hoingo.portal.relay.Unavailable;

/** The names of those who did something: people by their name, services by their own. */
@Component
@ImportHttpServices(group = "identity", types = AccountsClient.class)
public class Actors {

    private final AccountsClient accounts;

    Actors(AccountsClient accounts) {
        this.accounts = accounts;
    }

    /** By what stands in the facts; a person whose name cannot be had just now is left out. */
    public Map<String, String> names(Stream<String> actors) {
        Map<String, String> names = new HashMap<>();
        List<UUID> people = actors.distinct()
                .filter(actor -> {
                    boolean person = isPerson(actor);
                    if (!person) {
                        names.put(actor, actor);
                    }
                    return person;
                })
                .map(UUID::fromString)
                .toList();
        if (!people.isEmpty()) {
            try {
                accounts.named(people)
                        .items()
                        .forEach(account -> names.put(account.id().toString(), account.name()));
            } catch (Unavailable | Answer away) {
                return names; // the page reads without them
            }
        }
        return names;
    }

    private static boolean isPerson(String actor) {
        try {
            return UUID.fromString(actor).toString().equals(actor);
        } catch (IllegalArgumentException service) {
            return false;
        }
    }
}
