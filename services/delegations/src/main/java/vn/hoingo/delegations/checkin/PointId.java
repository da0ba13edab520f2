package vn.hoingo.delegations.checkin;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** Which check-in point. */
public record PointId(UUID value) implements Id {}
