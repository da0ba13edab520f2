package vn.hoingo.logistics.arrival;

import java.util.UUID;
import vn.hoingo.messaging.Id;
import vn.hoingo.messaging.Ids;

/** Which party's arrival. Approving a delegation twice finds the same one. */
public record ArrivalPlanId(UUID value) implements Id {

    public static ArrivalPlanId of(UUID delegation, UUID party) {
        return new ArrivalPlanId(Ids.from("arrival-plan", delegation, party));
    }
}
