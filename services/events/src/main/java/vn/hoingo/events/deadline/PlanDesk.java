package vn.hoingo.events.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Caller;
import vn.hoingo.events.event.Event;
import vn.hoingo.events.event.EventDesk;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.Words;
import vn.hoingo.events.workingday.WorkingDays;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Heard;

/** Where the owners of deadlines say what is done. Today is the day of the place where the event is. */
@Component
public class PlanDesk {

    private final Plans plans;
    private final EventDesk events;
    private final Decisions decisions;
    private final PlanRules rules;
    private final WorkingDays calendar;
    private final Clock clock;

    PlanDesk(Plans plans, EventDesk events, Decisions decisions, PlanRules rules, WorkingDays calendar, Clock clock) {
        this.plans = plans;
        this.events = events;
        this.decisions = decisions;
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** As it stands. A draft of this moment has a plan that nobody has heard of yet. */
    Plan get(EventId id) {
        return plans.findById(PlanId.of(id)).orElseGet(() -> drawnUp(events.get(id)));
    }

    LocalDate today(Plan plan) {
        return plan.dates().dayOf(clock.instant());
    }

    void open(EventId id) {
        open(events.get(id));
    }

    private void open(Event event) {
        decisions.open(plans, PlanId.of(event.id()), () -> drawnUp(event));
    }

    private Plan drawnUp(Event event) {
        Instant now = clock.instant();
        Plan.Dates dates = Plan.Dates.of(event.window());
        return Plan.drawUp(event.id(), dates, event.revision(), rules.on(dates.dayOf(now)), calendar, now);
    }

    void move(EventId id, Plan.Dates dates, int revision) {
        change(id, (plan, now) -> plan.move(dates, revision, calendar, now));
    }

    void pause(EventId id, Heard heard) {
        change(id, (plan, now) -> plan.pause(heard));
    }

    void close(EventId id) {
        change(id, (plan, now) -> plan.close());
    }

    Plan complete(EventId id, String step, @Nullable String note, Caller caller) {
        return change(id, (plan, now) -> plan.complete(step, settling(caller, now, note)));
    }

    Plan setAside(EventId id, String step, String reason, Caller caller) {
        return change(id, (plan, now) -> plan.setAside(step, reason, settling(caller, now, reason)));
    }

    Plan reopen(EventId id, String step, Caller caller) {
        return change(id, (plan, now) -> plan.reopen(step, settling(caller, now, null), calendar));
    }

    void tellWhatIsDue(PlanId id) {
        decisions.change(plans, id, plan -> plan.tellWhatIsDue(clock.instant()));
    }

    /** What waits for the caller, of all editions; for a machine what waits for anybody. */
    public List<Due> due(Caller caller, int most) {
        Instant now = clock.instant();
        Set<String> roles = caller.service() ? PlanRules.OWNERS : caller.roles();
        return plans.findByDeskAtLessThanEqualOrderByDeskAt(now, Limit.of(most)).stream()
                .flatMap(plan -> plan.onDesks(roles, now)
                        .map(each -> new Due(
                                plan.event(),
                                each.step().code(),
                                each.what(),
                                each.step().owner(),
                                each.missedAt(plan.dates().zone()).minusSeconds(60))))
                .limit(most)
                .toList();
    }

    private static Plan.Settling settling(Caller caller, Instant now, @Nullable String note) {
        return new Plan.Settling(caller.account(), caller.roles(), now, note);
    }

    private Plan change(EventId id, BiConsumer<Plan, Instant> verb) {
        open(id);
        return decisions.change(plans, PlanId.of(id), plan -> verb.accept(plan, clock.instant()));
    }

    /**
     * A deadline that stands on a desk.
     *
     * @param by the last minute of its day, where the event is
     */
    public record Due(EventId event, String step, Words what, String owner, Instant by) {}
}
