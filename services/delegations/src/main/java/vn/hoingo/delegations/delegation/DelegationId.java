package vn.hoingo.delegations.delegation;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** Which delegation. */
public record DelegationId(UUID value) implements Id {}
