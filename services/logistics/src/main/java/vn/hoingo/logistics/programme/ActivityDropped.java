package vn.hoingo.logistics.programme;

import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** Part of an event does not take place. */
@Contract("events.activity-dropped.v1")
public record ActivityDropped(UUID activityId, UUID eventId) {}
