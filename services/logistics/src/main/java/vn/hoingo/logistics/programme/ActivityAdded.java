package vn.hoingo.logistics.programme;

import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** Something more takes place during an event. */
@Contract("events.activity-added.v1")
public record ActivityAdded(UUID activityId, UUID eventId, Text name, Window window, String place, int revision) {}
