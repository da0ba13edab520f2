package vn.hoingo.events.deadline;

import java.time.LocalDate;
import java.util.UUID;
import vn.hoingo.events.event.EventFact.Text;
import vn.hoingo.messaging.Contract;

/** What can happen to the plan of an edition. Days are those of the event's own calendar. */
sealed interface PlanFact {

    /** How many deadlines it has, and how many of them had passed already. */
    @Contract("events.plan-drawn-up.v1")
    record PlanDrawnUp(UUID eventId, LocalDate firstDay, int deadlines, int overdue) implements PlanFact {}

    /** What is open moved with the event; what is done stays as it was. */
    @Contract("events.plan-moved.v1")
    record PlanMoved(UUID eventId, LocalDate firstDay, int moved, int overdue, int revision) implements PlanFact {}

    @Contract("events.plan-closed.v1")
    record PlanClosed(UUID eventId, int open) implements PlanFact {}

    /** Its day has come, and it is not done yet. */
    @Contract("events.deadline-reached.v1")
    record DeadlineReached(UUID eventId, String step, Text what, String owner, LocalDate dueOn) implements PlanFact {}

    /** Its day has passed, and it is not done yet. */
    @Contract("events.deadline-missed.v1")
    record DeadlineMissed(UUID eventId, String step, Text what, String owner, LocalDate dueOn) implements PlanFact {}

    @Contract("events.deadline-met.v1")
    record DeadlineMet(UUID eventId, String step, Text what, String owner, LocalDate dueOn, boolean late)
            implements PlanFact {}

    @Contract("events.deadline-set-aside.v1")
    record DeadlineSetAside(UUID eventId, String step, Text what, String owner, String reason) implements PlanFact {}

    @Contract("events.deadline-reopened.v1")
    record DeadlineReopened(UUID eventId, String step, Text what, String owner, LocalDate dueOn) implements PlanFact {}
}
