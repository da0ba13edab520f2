package vn.hoingo.delegations.event;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** Which event. */
public record EventId(UUID value) implements Id {}
