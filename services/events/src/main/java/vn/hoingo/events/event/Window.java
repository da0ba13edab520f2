package vn.hoingo.events.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * From when to when, by the clock on the wall of a place: that clock is the authority, whatever becomes of the zone's rules.
 *
 * @param zone an IANA time zone such as {@code Asia/Ho_Chi_Minh}
 */
public record Window(LocalDateTime start, LocalDateTime end, ZoneId zone) {

    public Instant startsAt() {
        return start.atZone(zone).toInstant();
    }

    public Instant endsAt() {
        return end.atZone(zone).toInstant();
    }

    public boolean endsAfterItStarts() {
        return end.isAfter(start);
    }

    /** Both by the day: an activity of the last evening may end when the event does. */
    public boolean contains(Window part) {
        return !part.startsAt().isBefore(startsAt()) && !part.endsAt().isAfter(endsAt());
    }

    /** As long, by the clock, from another day on: what a clone of last year's edition begins with. */
    public Window from(LocalDate day0) {
        return shifted(Duration.between(start.toLocalDate().atStartOfDay(), day0.atStartOfDay()));
    }

    public Window shifted(Duration by) {
        return new Window(start.plus(by), end.plus(by), zone);
    }

    /** The first moment after this day, where it is. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public static Window of(LocalDate day, LocalTime start, Duration length, ZoneId zone) {
        return new Window(day.atTime(start), day.atTime(start).plus(length), zone);
    }
}
