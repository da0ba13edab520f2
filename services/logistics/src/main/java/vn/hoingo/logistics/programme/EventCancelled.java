package vn.hoingo.logistics.programme;

import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** An event does not take place. */
@Contract("events.event-cancelled.v1")
public record EventCancelled(UUID eventId) {}
