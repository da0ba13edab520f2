package vn.hoingo.events.permit;

import java.util.UUID;
import vn.hoingo.events.event.EventId;
import vn.hoingo.messaging.Id;
import vn.hoingo.messaging.Ids;

record PermitId(UUID value) implements Id {

    /** An edition has one permit. */
    static PermitId of(EventId event) {
        return new PermitId(Ids.from("permit", event.value()));
    }
}
