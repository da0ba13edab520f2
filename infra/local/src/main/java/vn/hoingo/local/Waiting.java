package vn.hoingo.local;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Asking again until something is so, or until patience ends. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    /** Answers whether the condition came true in time. An interrupted wait ends at once, as if time had run out. */
    static boolean until(Duration patience, BooleanSupplier condition) {
        return until(patience, PAUSE, condition);
    }

    /** @param pause between two looks, where a look costs those who are looked at */
    static boolean until(Duration patience, Duration pause, BooleanSupplier condition) {
        Instant end = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
