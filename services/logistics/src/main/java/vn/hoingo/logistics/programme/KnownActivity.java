package vn.hoingo.logistics.programme;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a delegation may have to be in time for.
 *
 * @param name null while only a move of it was heard
 * @param startsAt the start of its window as an instant, to find the first one by
 * @param since when this window was announced; null when that was before we kept it
 */
@Document("known_activities")
@CompoundIndex(name = "first_of_event", def = "{'eventId': 1, 'startsAt': 1, '_id': 1}")
public record KnownActivity(
        @Id UUID id,
        UUID eventId,
        @Nullable Text name,
        Window window,
        Instant startsAt,
        String place,
        int revision,
        @Nullable Instant since) {

    static KnownActivity of(
            UUID id,
            UUID eventId,
            @Nullable Text name,
            Window window,
            String place,
            int revision,
            @Nullable Instant since) {
        return new KnownActivity(id, eventId, name, window, window.startsAt(), place, revision, since);
    }

    /** On the days of its event: one that has not followed a move of it yet will, by as many days. */
    KnownActivity following(KnownEvent event) {
        Duration behind = since == null ? Duration.ZERO : event.daysMovedSince(since);
        return behind.isZero() ? this : of(id, eventId, name, window.shifted(behind), place, revision, since);
    }
}
