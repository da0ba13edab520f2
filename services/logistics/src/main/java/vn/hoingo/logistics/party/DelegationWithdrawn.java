package vn.hoingo.logistics.party;

import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** The partner sends nobody after all. */
@Contract("delegations.delegation-withdrawn.v1")
public record DelegationWithdrawn(UUID delegationId, UUID eventId, UUID partnerId, int version) {}
