package vn.hoingo.invitations.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** From when to when, on the clock of the place; the zone stands beside it. */
public record Window(LocalDateTime start, LocalDateTime end, ZoneId zone) {

    public Instant startsAt() {
        return start.atZone(zone).toInstant();
    }

    public Instant endsAt() {
        return end.atZone(zone).toInstant();
    }

    /** How much later another one starts; negative when it is earlier. */
    public Duration until(Window other) {
        return Duration.between(startsAt(), other.startsAt());
    }
}
