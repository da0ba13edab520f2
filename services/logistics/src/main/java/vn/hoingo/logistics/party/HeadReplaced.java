package vn.hoingo.logistics.party;

import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** Somebody else leads the delegation, perhaps of another rank. */
@Contract("delegations.head-of-delegation-replaced.v1")
public record HeadReplaced(UUID delegationId, int oldRank, int newRank, int version) {}
