package vn.hoingo.logistics.party;

import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** An approved delegation is another one now: the whole of it as it stands. */
@Contract("delegations.delegation-amended.v1")
public record DelegationAmended(
        UUID delegationId,
        UUID eventId,
        UUID partnerId,
        int version,
        int headRank,
        List<String> languages,
        List<DelegationApproved.Party> parties,
        List<String> changes) {

    /** True when the partner said anew how everybody travels, be it as before. */
    public boolean tellsTravelAnew() {
        return changes.contains("travel-changed");
    }

    ExpectedDelegation expected() {
        return new DelegationApproved(delegationId, eventId, partnerId, version, headRank, languages, parties)
                .expected();
    }
}
