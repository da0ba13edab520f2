package vn.hoingo.logistics.arrival;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.WhenDue;

/** A plan that lacks something, or that a crash left in the middle, is tried again. */
@Component
class WhenPlanIsDue implements WhenDue<ArrivalPlan> {

    private final ArrangingArrivals arranging;

    WhenPlanIsDue(ArrangingArrivals arranging) {
        this.arranging = arranging;
    }

    @Override
    public Class<ArrivalPlan> aggregate() {
        return ArrivalPlan.class;
    }

    @Override
    public void becameDue(UUID id, Instant now) {
        arranging.arrange(new ArrivalPlanId(id));
    }
}
