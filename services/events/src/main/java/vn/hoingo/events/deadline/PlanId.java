package vn.hoingo.events.deadline;

import java.util.UUID;
import vn.hoingo.events.event.EventId;
import vn.hoingo.messaging.Id;
import vn.hoingo.messaging.Ids;

record PlanId(UUID value) implements Id {

    /** An edition has one plan. */
    static PlanId of(EventId event) {
        return new PlanId(Ids.from("plan", event.value()));
    }
}
