package vn.hoingo.events.event;

import java.util.UUID;
import vn.hoingo.messaging.Id;

public record EventId(UUID value) implements Id {}
