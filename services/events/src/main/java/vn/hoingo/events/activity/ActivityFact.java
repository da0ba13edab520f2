package vn.hoingo.events.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import vn.hoingo.events.event.EventFact.Period;
import vn.hoingo.events.event.EventFact.Text;
import vn.hoingo.messaging.Contract;

/** What can happen to an activity. */
sealed interface ActivityFact {

    @Contract("events.activity-added.v1")
    record ActivityAdded(
            UUID activityId,
            UUID eventId,
            Text name,
            String kind,
            Period window,
            String place,
            int capacity,
            String admission,
            int revision)
            implements ActivityFact {}

    @Contract("events.activity-moved.v1")
    record ActivityMoved(
            UUID activityId,
            UUID eventId,
            Period old,
            @JsonProperty("new") Period next,
            String place,
            int revision) implements ActivityFact {}

    @Contract("events.activity-dropped.v1")
    record ActivityDropped(UUID activityId, UUID eventId, String reason) implements ActivityFact {}

    @Contract("events.capacity-changed.v1")
    record CapacityChanged(
            UUID activityId,
            UUID eventId,
            int old,
            @JsonProperty("new") int next) implements ActivityFact {}
}
