package vn.hoingo.logistics.arrival;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.logistics.programme.KnownActivity;
import vn.hoingo.logistics.programme.Text;

/** What a party has to be in time for. */
record FirstObligation(UUID activityId, @Nullable Text name, LocalDateTime starts, String zone, Instant at) {

    static FirstObligation of(KnownActivity activity) {
        return new FirstObligation(
                activity.id(),
                activity.name(),
                activity.window().start(),
                activity.window().zone(),
                activity.startsAt());
    }
}
