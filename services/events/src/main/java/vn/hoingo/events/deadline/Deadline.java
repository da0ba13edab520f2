package vn.hoingo.events.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoingo.doors.Coded;
import vn.hoingo.events.deadline.PlanRules.Step;
import vn.hoingo.events.event.Window;
import vn.hoingo.events.event.Words;
import vn.hoingo.events.workingday.WorkingDays;
import vn.hoingo.events.workingday.WorkingDays.DayOff;

/**
 * One thing of a plan, and the day by which it is done. A day that is not worked moves it to the working day before; the days
 * of the event itself are worked, whatever the calendar says.
 *
 * @param counted the day that the rule names
 * @param due the day by which it is done
 * @param remindOn from when it stands on its owner's desk
 * @param holiday what the counted day is when it is off; null for a weekend, or when nothing moved
 * @param told how much of it was announced, so that each is announced once
 * @param settlement who ended it, and how; null while it is open
 */
record Deadline(
        Step step,
        LocalDate counted,
        LocalDate due,
        LocalDate remindOn,
        @Nullable Holiday holiday,
        State state,
        Told told,
        @Nullable Settlement settlement) {

    /** When the day of a deadline is announced, by the clock of the place. */
    static final LocalTime MORNING = LocalTime.of(8, 0);

    static Deadline of(Step step, Plan.Dates dates, int remindDays, WorkingDays calendar) {
        LocalDate counted = step.counted(dates);
        LocalDate due = dates.include(counted) ? counted : calendar.onOrBefore(counted);
        return new Deadline(
                step,
                counted,
                due,
                calendar.before(due, remindDays),
                due.equals(counted)
                        ? null
                        : calendar.dayOff(counted).map(Holiday::of).orElse(null),
                State.OPEN,
                Told.NOTHING,
                null);
    }

    /** The same for other dates of the event. */
    Deadline on(Plan.Dates dates, int remindDays, WorkingDays calendar) {
        Deadline next = of(step, dates, remindDays, calendar);
        return next.due.equals(due)
                ? new Deadline(step, next.counted, due, next.remindOn, next.holiday, state, told, settlement)
                : next;
    }

    Deadline told(Told now) {
        return new Deadline(step, counted, due, remindOn, holiday, state, now, settlement);
    }

    Deadline settled(State how, Settlement by) {
        return new Deadline(step, counted, due, remindOn, holiday, how, told, by);
    }

    Deadline reopened() {
        return new Deadline(step, counted, due, remindOn, holiday, State.OPEN, told, null);
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isOverdue(LocalDate today) {
        return isOpen() && today.isAfter(due);
    }

    Instant reachedAt(ZoneId zone) {
        return due.atTime(MORNING).atZone(zone).toInstant();
    }

    Instant missedAt(ZoneId zone) {
        return Window.endOf(due, zone);
    }

    /** When the next fact about it is due. */
    Optional<Instant> next(ZoneId zone) {
        return switch (told) {
            case NOTHING -> Optional.of(reachedAt(zone));
            case REACHED -> Optional.of(missedAt(zone));
            case MISSED -> Optional.empty();
        };
    }

    Phase phase(Plan.Dates dates) {
        return counted.isBefore(dates.firstDay())
                ? Phase.BEFORE
                : counted.isAfter(dates.lastDay()) ? Phase.AFTER : Phase.DURING;
    }

    Words what() {
        return step.what();
    }

    enum State implements Coded {
        OPEN,
        DONE,
        NOT_NEEDED
    }

    enum Told {
        NOTHING,
        REACHED,
        MISSED
    }

    /** Which part of a plan it belongs to. */
    enum Phase implements Coded {
        BEFORE,
        DURING,
        AFTER
    }

    /** The day off on which it would have fallen, and where it stands that it is one. */
    record Holiday(Words name, Words source) {

        private static Holiday of(DayOff day) {
            return new Holiday(day.name(), day.source());
        }
    }

    /**
     * How it ended.
     *
     * @param by the account of whoever said so
     * @param note what they added, or the reason why it is not needed
     */
    record Settlement(String by, Instant at, @Nullable String note) {}
}
