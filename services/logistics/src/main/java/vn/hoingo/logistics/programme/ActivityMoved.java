package vn.hoingo.logistics.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** Part of an event takes place at another time or place. */
@Contract("events.activity-moved.v1")
public record ActivityMoved(
        UUID activityId, UUID eventId, @JsonProperty("new") Window after, String place, int revision) {}
