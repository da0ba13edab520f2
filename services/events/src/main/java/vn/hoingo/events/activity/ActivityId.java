package vn.hoingo.events.activity;

import java.util.UUID;
import vn.hoingo.messaging.Id;

public record ActivityId(UUID value) implements Id {}
