package vn.hoingo.invitations.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An event as we know it.
 *
 * @param ended {@code event-cancelled} or {@code event-concluded}; null while it is ahead
 */
@Document("known_events")
public record KnownEvent(
        @Id UUID id,
        Text name,
        Window window,
        String venue,
        int revision,
        @Nullable String ended) {

    KnownEvent rescheduled(Window to, int newRevision) {
        return newRevision <= revision ? this : new KnownEvent(id, name, to, venue, newRevision, ended);
    }

    KnownEvent at(String newVenue) {
        return new KnownEvent(id, name, window, newVenue, revision, ended);
    }

    KnownEvent endedBy(String what) {
        return new KnownEvent(id, name, window, venue, revision, what);
    }
}
