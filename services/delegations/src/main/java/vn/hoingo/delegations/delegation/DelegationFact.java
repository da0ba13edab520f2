package vn.hoingo.delegations.delegation;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to a delegation. Ids, counts, ranks and codes; nobody is named. */
sealed interface DelegationFact {

    @Contract("delegations.delegation-drafted.v1")
    record DelegationDrafted(
            UUID delegationId,
            UUID eventId,
            UUID partnerId,
            @Nullable String label) implements DelegationFact {}

    @Contract("delegations.delegation-submitted.v1")
    record DelegationSubmitted(
            UUID delegationId,
            UUID eventId,
            UUID partnerId,
            int memberCount,
            int companionCount,
            int headRank,
            @Nullable Integer highestRank,
            int version)
            implements DelegationFact {}

    @Contract("delegations.delegation-changes-requested.v1")
    record DelegationChangesRequested(UUID delegationId, UUID eventId, UUID partnerId, List<UUID> memberIds)
            implements DelegationFact {}

    @Contract("delegations.delegation-approved.v1")
    record DelegationApproved(
            UUID delegationId,
            UUID eventId,
            UUID partnerId,
            int version,
            List<UUID> memberIds,
            UUID headId,
            int headRank,
            List<String> languages,
            List<Party> parties,
            Map<String, Integer> needs)
            implements DelegationFact {}

    @Contract("delegations.delegation-amended.v1")
    record DelegationAmended(
            UUID delegationId,
            UUID eventId,
            UUID partnerId,
            int version,
            List<UUID> memberIds,
            UUID headId,
            int headRank,
            List<String> languages,
            List<Party> parties,
            Map<String, Integer> needs,
            List<String> changes)
            implements DelegationFact {}

    @Contract("delegations.head-of-delegation-replaced.v1")
    record HeadOfDelegationReplaced(
            UUID delegationId,
            UUID eventId,
            UUID partnerId,
            UUID oldHeadId,
            UUID newHeadId,
            int oldRank,
            int newRank,
            int version)
            implements DelegationFact {}

    @Contract("delegations.member-added.v1")
    record MemberAdded(UUID delegationId, UUID eventId, UUID partnerId, UUID memberId, int rank)
            implements DelegationFact {}

    @Contract("delegations.member-replaced.v1")
    record MemberReplaced(UUID delegationId, UUID eventId, UUID partnerId, UUID memberId, UUID replacedBy, int rank)
            implements DelegationFact {}

    @Contract("delegations.member-withdrawn.v1")
    record MemberWithdrawn(UUID delegationId, UUID eventId, UUID partnerId, UUID memberId, int rank)
            implements DelegationFact {}

    @Contract("delegations.member-rank-corrected.v1")
    record MemberRankCorrected(UUID delegationId, UUID eventId, UUID partnerId, UUID memberId, int rank)
            implements DelegationFact {}

    @Contract("delegations.delegation-rejected.v1")
    record DelegationRejected(UUID delegationId, UUID eventId, UUID partnerId, int version) implements DelegationFact {}

    @Contract("delegations.delegation-withdrawn.v1")
    record DelegationWithdrawn(UUID delegationId, UUID eventId, UUID partnerId, int version)
            implements DelegationFact {}

    @Contract("delegations.delegation-rescheduled.v1")
    record DelegationRescheduled(UUID delegationId, UUID eventId, UUID partnerId, int eventRevision)
            implements DelegationFact {}

    @Contract("delegations.delegation-revoked.v1")
    record DelegationRevoked(UUID delegationId, UUID eventId, UUID partnerId, int version) implements DelegationFact {}

    /** Who travels together. */
    record Party(
            UUID partyId,
            List<UUID> memberIds,
            boolean heads,
            int companions,
            int luggage,
            @Nullable Flight flight) {}

    /** One flight into the city, whole. */
    record Flight(
            String number,
            String origin,
            String airport,
            @Nullable String terminal,
            LocalDateTime departs,
            String departsZone,
            LocalDateTime arrives,
            String arrivesZone) {

        static @Nullable Flight of(vn.hoingo.delegations.member.@Nullable Flight flight) {
            return flight == null
                    ? null
                    : new Flight(
                            Objects.requireNonNull(flight.number()),
                            Objects.requireNonNull(flight.origin()),
                            Objects.requireNonNull(flight.airport()),
                            flight.terminal(),
                            Objects.requireNonNull(flight.departs()),
                            Objects.requireNonNull(flight.departsZone()),
                            Objects.requireNonNull(flight.arrives()),
                            Objects.requireNonNull(flight.arrivesZone()));
        }
    }
}
