package vn.hoingo.logistics.party;

import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** The host takes its approval back. */
@Contract("delegations.delegation-revoked.v1")
public record DelegationRevoked(UUID delegationId, UUID eventId, UUID partnerId, int version) {}
