package vn.hoingo.events.deadline;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import vn.hoingo.messaging.Aggregates;

/** The plans of all editions. */
interface Plans extends Aggregates<Plan, PlanId> {

    List<Plan> findByDeskAtLessThanEqualOrderByDeskAt(Instant now, Limit most);
}
