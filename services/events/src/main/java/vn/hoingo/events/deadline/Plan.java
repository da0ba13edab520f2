package vn.hoingo.events.deadline;

import static vn.hoingo.events.deadline.Plan.Standing.CLOSED;
import static vn.hoingo.events.deadline.Plan.Standing.PAUSED;
import static vn.hoingo.events.deadline.Plan.Standing.RUNNING;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.doors.Coded;
import vn.hoingo.events.deadline.Deadline.Settlement;
import vn.hoingo.events.deadline.Deadline.State;
import vn.hoingo.events.deadline.Deadline.Told;
import vn.hoingo.events.deadline.PlanFact.DeadlineMet;
import vn.hoingo.events.deadline.PlanFact.DeadlineMissed;
import vn.hoingo.events.deadline.PlanFact.DeadlineReached;
import vn.hoingo.events.deadline.PlanFact.DeadlineReopened;
import vn.hoingo.events.deadline.PlanFact.DeadlineSetAside;
import vn.hoingo.events.deadline.PlanFact.PlanClosed;
import vn.hoingo.events.deadline.PlanFact.PlanDrawnUp;
import vn.hoingo.events.deadline.PlanFact.PlanMoved;
import vn.hoingo.events.deadline.PlanRefusal.Reason;
import vn.hoingo.events.deadline.PlanRules.RuleSet;
import vn.hoingo.events.event.EventFact.Text;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.Window;
import vn.hoingo.events.workingday.WorkingDays;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;
import vn.hoingo.messaging.Heard;

/**
 * The plan of an edition: every deadline is a function of the event's dates and of the rules it was drawn up under. What is
 * open moves with the dates, what is done stays done. It rests while the event is postponed and ends when it is cancelled. An
 * edition that was over before anybody planned it has a plan that asks nothing.
 */
@Document("plans")
@Announces("events.plan")
@CompoundIndex(name = "by_desk", def = "{'deskAt': 1, '_id': 1}")
class Plan extends Aggregate<PlanId> {

    private final EventId event;
    private final RuleSet rules;
    private Dates dates;
    private int revision;
    private List<Deadline> deadlines;
    private Standing standing = RUNNING;
    private @Nullable Instant deskAt;

    Plan(PlanId id, EventId event, RuleSet rules, Dates dates, int revision, List<Deadline> deadlines) {
        super(id);
        this.event = event;
        this.rules = rules;
        this.dates = dates;
        this.revision = revision;
        this.deadlines = deadlines;
    }

    static Plan drawUp(EventId event, Dates dates, int revision, RuleSet rules, WorkingDays calendar, Instant now) {
        LocalDate today = dates.dayOf(now);
        List<Deadline> deadlines = rules.steps().stream()
                .map(step -> past(Deadline.of(step, dates, rules.remindDays(), calendar), today))
                .toList();
        Plan plan = new Plan(PlanId.of(event), event, rules, dates, revision, deadlines);
        if (dates.lastDay().isBefore(today)) {
            plan.standing = CLOSED;
            return plan;
        }
        plan.announce(new PlanDrawnUp(event.value(), dates.firstDay(), deadlines.size(), plan.overdue(today)));
        plan.schedule();
        return plan;
    }

    /** What had passed before anybody could know is told by number, not one by one. */
    private static Deadline past(Deadline deadline, LocalDate today) {
        return deadline.isOverdue(today) ? deadline.told(Told.MISSED) : deadline;
    }

    /** The edition has other dates. An older revision than the one that is known changes nothing. */
    void move(Dates next, int known, WorkingDays calendar, Instant now) {
        if (known <= revision || standing == CLOSED) {
            return;
        }
        LocalDate today = next.dayOf(now);
        List<Deadline> before = deadlines;
        revision = known;
        dates = next;
        standing = RUNNING;
        deadlines = before.stream()
                .map(each -> each.isOpen() ? each.on(next, rules.remindDays(), calendar) : each)
                .map(each -> past(each, today))
                .toList();
        int moved = (int) deadlines.stream()
                .filter(each -> before.stream()
                        .noneMatch(old ->
                                old.step().equals(each.step()) && old.due().equals(each.due())))
                .count();
        announce(new PlanMoved(event.value(), dates.firstDay(), moved, overdue(today), revision));
        schedule();
    }

    /** Without a date nothing is due. */
    void pause(Heard heard) {
        if (alreadyHeard(heard) || standing != RUNNING) {
            return;
        }
        standing = PAUSED;
        schedule();
    }

    void close() {
        if (standing == CLOSED) {
            return;
        }
        standing = CLOSED;
        announce(new PlanClosed(
                event.value(), (int) deadlines.stream().filter(Deadline::isOpen).count()));
        schedule();
    }

    void complete(String step, Settling by) {
        Deadline deadline = get(step);
        if (deadline.state() == State.DONE) {
            return;
        }
        refuseUnlessMaySettle(deadline, by.roles());
        refuseUnless(deadline.isOpen(), Reason.DEADLINE_IS_SETTLED);

        boolean late = deadline.isOverdue(dates.dayOf(by.at()));
        change(step, open -> open.settled(State.DONE, by.settlement()));
        announce(new DeadlineMet(
                event.value(), step, Text.of(deadline.what()), deadline.step().owner(), deadline.due(), late));
    }

    /** It is not needed for this edition, for a reason that is recorded. */
    void setAside(String step, String reason, Settling by) {
        Deadline deadline = get(step);
        if (deadline.state() == State.NOT_NEEDED) {
            return;
        }
        refuseUnlessMaySettle(deadline, by.roles());
        refuseUnless(deadline.isOpen(), Reason.DEADLINE_IS_SETTLED);

        change(step, open -> open.settled(State.NOT_NEEDED, by.settlement()));
        announce(new DeadlineSetAside(
                event.value(), step, Text.of(deadline.what()), deadline.step().owner(), reason));
    }

    /** It was not done after all, or is needed after all. Its day is that of the dates as they are now. */
    void reopen(String step, Settling by, WorkingDays calendar) {
        Deadline deadline = get(step);
        if (deadline.isOpen()) {
            return;
        }
        refuseUnlessMaySettle(deadline, by.roles());

        LocalDate today = dates.dayOf(by.at());
        Deadline reopened = past(deadline.reopened().on(dates, rules.remindDays(), calendar), today);
        change(step, settled -> reopened);
        announce(new DeadlineReopened(
                event.value(), step, Text.of(deadline.what()), deadline.step().owner(), reopened.due()));
    }

    /** Time came: each day that has come is announced once, each that has passed once. */
    void tellWhatIsDue(Instant now) {
        if (standing == RUNNING) {
            deadlines = deadlines.stream().map(each -> tell(each, now)).toList();
        }
        schedule();
    }

    private Deadline tell(Deadline each, Instant now) {
        ZoneId zone = dates.zone();
        if (!each.isOpen() || each.told() == Told.MISSED || now.isBefore(each.reachedAt(zone))) {
            return each;
        }
        Text what = Text.of(each.what());
        if (!now.isBefore(each.missedAt(zone))) {
            announce(new DeadlineMissed(
                    event.value(), each.step().code(), what, each.step().owner(), each.due()));
            return each.told(Told.MISSED);
        }
        if (each.told() == Told.NOTHING) {
            announce(new DeadlineReached(
                    event.value(), each.step().code(), what, each.step().owner(), each.due()));
        }
        return each.told(Told.REACHED);
    }

    private void change(String step, UnaryOperator<Deadline> how) {
        deadlines = deadlines.stream()
                .map(each -> each.step().code().equals(step) ? how.apply(each) : each)
                .toList();
        schedule();
    }

    private void schedule() {
        List<Deadline> asked = standing == RUNNING
                ? deadlines.stream().filter(Deadline::isOpen).toList()
                : List.of();
        dueAt(earliest(asked.stream().flatMap(each -> each.next(dates.zone()).stream())));
        deskAt = earliest(asked.stream()
                .map(each -> each.remindOn().atStartOfDay(dates.zone()).toInstant()));
    }

    private static @Nullable Instant earliest(Stream<Instant> all) {
        return all.min(Comparator.naturalOrder()).orElse(null);
    }

    private int overdue(LocalDate today) {
        return (int) deadlines.stream().filter(each -> each.isOverdue(today)).count();
    }

    private void refuseUnlessMaySettle(Deadline deadline, Set<String> roles) {
        refuseUnless(standing != CLOSED, Reason.PLAN_IS_CLOSED);
        refuseUnless(
                roles.contains("organiser") || roles.contains(deadline.step().owner()),
                Reason.DEADLINE_OF_SOMEBODY_ELSE);
    }

    private static void refuseUnless(boolean allowed, Reason reason, Object... values) {
        if (!allowed) {
            throw new PlanRefusal(reason, values);
        }
    }

    private Deadline get(String step) {
        return deadlines.stream()
                .filter(each -> each.step().code().equals(step))
                .findFirst()
                .orElseThrow(() -> new Absent("Deadline", step));
    }

    EventId event() {
        return event;
    }

    UUID eventId() {
        return event.value();
    }

    RuleSet rules() {
        return rules;
    }

    Dates dates() {
        return dates;
    }

    Standing standing() {
        return standing;
    }

    /** The next day first. */
    List<Deadline> deadlines() {
        return deadlines.stream().sorted(Comparator.comparing(Deadline::due)).toList();
    }

    /** From when on something of it stands on a desk; null when nothing does. */
    @Nullable
    Instant deskAt() {
        return deskAt;
    }

    /** What stands on the desks of these roles on this day. */
    Stream<Deadline> onDesks(Set<String> roles, Instant now) {
        LocalDate today = dates.dayOf(now);
        return standing != RUNNING
                ? Stream.empty()
                : deadlines().stream()
                        .filter(each -> each.isOpen()
                                && roles.contains(each.step().owner())
                                && !today.isBefore(each.remindOn()));
    }

    enum Standing implements Coded {
        RUNNING,
        PAUSED,
        CLOSED
    }

    /** The days of the event, in its own calendar. */
    record Dates(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {

        static Dates of(Window window) {
            return new Dates(window.start().toLocalDate(), window.end().toLocalDate(), window.zone());
        }

        boolean include(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }

        LocalDate dayOf(Instant now) {
            return LocalDate.ofInstant(now, zone);
        }
    }

    /** Who settles a deadline, as what, when, and what they say to it. */
    record Settling(
            String by,
            Set<String> roles,
            Instant at,
            @Nullable String note) {

        Settlement settlement() {
            return new Settlement(by, at, note);
        }
    }
}
