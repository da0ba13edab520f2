package vn.hoingo.logistics.diary;

import java.time.Duration;
import java.time.Instant;

/** From an instant until just before another. */
public record Interval(Instant from, Instant until) {

    public Interval {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "an interval ends after it begins, and not from " + from + " until " + until);
        }
    }

    /** True when one resource cannot do both, given what it needs in between. */
    public boolean conflictsWith(Interval other, Duration buffer) {
        return from.minus(buffer).isBefore(other.until)
                && other.from.minus(buffer).isBefore(until);
    }

    public boolean touches(Instant since, Instant to) {
        return from.isBefore(to) && since.isBefore(until);
    }
}
