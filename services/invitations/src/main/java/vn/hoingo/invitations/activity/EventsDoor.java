package vn.hoingo.invitations.activity;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** What we ask of the owner of events, when we have not heard of something yet. */
public interface EventsDoor {

    @GetExchange("/api/events/activities/{id}")
    Activity activity(@PathVariable UUID id);

    /** An activity as its owner shows it. */
    record Activity(
            UUID id,
            UUID eventId,
            Text name,
            String kind,
            Window window,
            String place,
            int capacity,
            String admission,
            String state,
            int revision) {

        KnownActivity known() {
            return new KnownActivity(
                    id,
                    eventId,
                    name,
                    kind,
                    window,
                    place,
                    capacity,
                    0,
                    admission,
                    revision,
                    state.equalsIgnoreCase("dropped") ? "activity-dropped" : null);
        }
    }
}
