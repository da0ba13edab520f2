package vn.hoingo.delegations.quota;

import java.util.UUID;
import vn.hoingo.messaging.Id;
import vn.hoingo.messaging.Ids;

/** The quota of one partner at one event. */
record QuotaId(UUID value) implements Id {

    static QuotaId of(UUID event, UUID partner) {
        return new QuotaId(Ids.from("quota", event, partner));
    }
}
