package vn.hoingo.logistics.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** From when until when, by the clock on the wall. */
public record Window(LocalDateTime start, LocalDateTime end, String zone) {

    public Instant startsAt() {
        return start.atZone(ZoneId.of(zone)).toInstant();
    }

    public Instant endsAt() {
        return end.atZone(ZoneId.of(zone)).toInstant();
    }

    Window shifted(Duration by) {
        return new Window(start.plus(by), end.plus(by), zone);
    }
}
