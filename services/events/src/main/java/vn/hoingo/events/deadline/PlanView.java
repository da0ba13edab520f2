package vn.hoingo.events.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.events.event.Words;

/**
 * A plan as pages show it, the next day first.
 *
 * @param source who says what is to be done by when
 */
record PlanView(
        UUID eventId,
        long version,
        Plan.Standing state,
        Words name,
        Words source,
        LocalDate firstDay,
        LocalDate lastDay,
        List<DeadlineView> deadlines) {

    static PlanView of(Plan plan, LocalDate today) {
        return new PlanView(
                plan.eventId(),
                plan.version(),
                plan.standing(),
                plan.rules().name(),
                plan.rules().source(),
                plan.dates().firstDay(),
                plan.dates().lastDay(),
                plan.deadlines().stream()
                        .map(each -> DeadlineView.of(each, plan, today))
                        .toList());
    }

    /**
     * One deadline.
     *
     * @param days so many days from the first day, or the last one
     * @param counted the day that these days lead to; another one than {@code due} when it is not worked
     * @param holiday what that day is when it is off; null for a weekend
     * @param remindOn from when it stands on its owner's desk
     * @param firesAt when its day is announced
     */
    record DeadlineView(
            String step,
            Deadline.Phase phase,
            Words what,
            String owner,
            int days,
            PlanRules.From from,
            Words source,
            LocalDate counted,
            LocalDate due,
            Deadline.@Nullable Holiday holiday,
            LocalDate remindOn,
            Instant firesAt,
            Deadline.State state,
            boolean overdue,
            Deadline.@Nullable Settlement settlement) {

        private static DeadlineView of(Deadline deadline, Plan plan, LocalDate today) {
            PlanRules.Step step = deadline.step();
            return new DeadlineView(
                    step.code(),
                    deadline.phase(plan.dates()),
                    step.what(),
                    step.owner(),
                    step.days(),
                    step.anchor(),
                    step.source() == null ? plan.rules().source() : step.source(),
                    deadline.counted(),
                    deadline.due(),
                    deadline.holiday(),
                    deadline.remindOn(),
                    deadline.reachedAt(plan.dates().zone()),
                    deadline.state(),
                    plan.standing() == Plan.Standing.RUNNING && deadline.isOverdue(today),
                    deadline.settlement());
        }
    }
}
