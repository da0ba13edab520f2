package vn.hoingo.logistics.programme;

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
 */
@Document("known_activities")
@CompoundIndex(name = "first_of_event", def = "{'eventId': 1, 'startsAt': 1, '_id': 1}")
public record KnownActivity(
        @Id UUID id, UUID eventId, @Nullable Text name, Window window, Instant startsAt, String place, int revision) {

    static KnownActivity of(UUID id, UUID eventId, @Nullable Text name, Window window, String place, int revision) {
        return new KnownActivity(id, eventId, name, window, window.startsAt(), place, revision);
    }
}
