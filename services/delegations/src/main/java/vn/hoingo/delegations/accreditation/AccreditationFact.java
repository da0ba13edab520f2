package vn.hoingo.delegations.accreditation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** What can happen to an accreditation, up to the doors. Ids, zones and codes; nobody is named. */
sealed interface AccreditationFact {

    @Contract("delegations.badge-issued.v1")
    record BadgeIssued(
            UUID accreditationId,
            UUID eventId,
            UUID delegationId,
            UUID partnerId,
            UUID memberId,
            List<String> zones,
            int issue)
            implements AccreditationFact {}

    @Contract("delegations.badge-replaced.v1")
    record BadgeReplaced(
            UUID accreditationId, UUID eventId, UUID delegationId, UUID partnerId, UUID memberId, int issue)
            implements AccreditationFact {}

    @Contract("delegations.accreditation-zones-changed.v1")
    record AccreditationZonesChanged(
            UUID accreditationId, UUID eventId, UUID delegationId, UUID partnerId, UUID memberId, List<String> zones)
            implements AccreditationFact {}

    @Contract("delegations.accreditation-revoked.v1")
    record AccreditationRevoked(
            UUID accreditationId, UUID eventId, UUID delegationId, UUID partnerId, UUID memberId, String reason)
            implements AccreditationFact {}

    @Contract("delegations.delegate-checked-in.v1")
    record DelegateCheckedIn(
            UUID accreditationId,
            UUID eventId,
            UUID delegationId,
            UUID partnerId,
            UUID memberId,
            UUID pointId,
            String zone,
            Instant at,
            boolean offline)
            implements AccreditationFact {}

    @Contract("delegations.delegate-checked-out.v1")
    record DelegateCheckedOut(
            UUID accreditationId,
            UUID eventId,
            UUID delegationId,
            UUID partnerId,
            UUID memberId,
            UUID pointId,
            String zone,
            Instant at,
            boolean offline)
            implements AccreditationFact {}
}
