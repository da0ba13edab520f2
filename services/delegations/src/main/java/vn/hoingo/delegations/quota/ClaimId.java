package vn.hoingo.delegations.quota;

import java.util.UUID;
import vn.hoingo.messaging.Id;
import vn.hoingo.messaging.Ids;

/** What may tell one person at one event from all others: the words of a name, or a passport. */
record ClaimId(UUID value) implements Id {

    static ClaimId of(UUID event, String key) {
        return new ClaimId(Ids.from("claim", event, key));
    }
}
