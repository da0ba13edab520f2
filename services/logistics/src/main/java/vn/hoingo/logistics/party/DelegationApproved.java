package vn.hoingo.logistics.party;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** A delegation may come: who leads it, what it speaks, and which parties travel together. */
@Contract("delegations.delegation-approved.v1")
public record DelegationApproved(
        UUID delegationId,
        UUID eventId,
        UUID partnerId,
        int version,
        int headRank,
        List<String> languages,
        List<Party> parties) {

    ExpectedDelegation expected() {
        return new ExpectedDelegation(
                delegationId,
                eventId,
                partnerId,
                version,
                headRank,
                languages,
                parties.stream().map(Party::expected).toList(),
                null);
    }

    /** People who travel together, companions among them. */
    public record Party(
            UUID partyId,
            List<UUID> memberIds,
            boolean heads,
            int luggage,
            @Nullable Flight flight) {

        ExpectedDelegation.Party expected() {
            return new ExpectedDelegation.Party(partyId, memberIds.size(), heads, luggage, flight);
        }
    }
}
