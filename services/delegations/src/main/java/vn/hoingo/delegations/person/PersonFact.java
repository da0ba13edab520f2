package vn.hoingo.delegations.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to a person, as far as others may know it: no name ever leaves. */
sealed interface PersonFact {

    @Contract("delegations.person-registered.v1")
    record PersonRegistered(UUID personId, @Nullable UUID partnerId, int rank, String category) implements PersonFact {}

    @Contract("delegations.person-rank-corrected.v1")
    record PersonRankCorrected(UUID personId, int rank) implements PersonFact {}
}
