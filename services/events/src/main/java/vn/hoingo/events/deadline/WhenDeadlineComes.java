package vn.hoingo.events.deadline;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.WhenDue;

/** A deadline whose day has come, or has passed, is told to everybody. */
@Component
class WhenDeadlineComes implements WhenDue<Plan> {

    private final PlanDesk desk;

    WhenDeadlineComes(PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<Plan> aggregate() {
        return Plan.class;
    }

    @Override
    public void becameDue(UUID id, Instant now) {
        desk.tellWhatIsDue(new PlanId(id));
    }
}
