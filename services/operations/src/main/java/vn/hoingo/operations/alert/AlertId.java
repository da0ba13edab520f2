package vn.hoingo.operations.alert;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** Names an alert; it derives from what is wrong, so that the same thing never alerts twice. */
public record AlertId(UUID value) implements Id {}
