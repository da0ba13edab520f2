package vn.hoingo.logistics.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** An event takes place at another time. */
@Contract("events.event-rescheduled.v1")
public record EventRescheduled(
        UUID eventId,
        @JsonProperty("old") Window before,
        @JsonProperty("new") Window after,
        int revision) {}
