package vn.hoingo.logistics.arrival;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to the arrival of a party. */
sealed interface ArrivalFact {

    @Contract("logistics.arrival-plan-needed.v1")
    record ArrivalPlanNeeded(
            UUID planId, UUID delegationId, UUID eventId, UUID partnerId, UUID partyId, int people, Instant pickUpAt)
            implements ArrivalFact {}

    @Contract("logistics.arrival-plan-confirmed.v1")
    record ArrivalPlanConfirmed(
            UUID planId,
            UUID delegationId,
            UUID eventId,
            UUID partnerId,
            UUID partyId,
            UUID vehicleId,
            @Nullable UUID interpreterId,
            Instant pickUpAt)
            implements ArrivalFact {}

    @Contract("logistics.arrival-plan-invalidated.v1")
    record ArrivalPlanInvalidated(
            UUID planId, UUID delegationId, UUID eventId, UUID partnerId, UUID partyId, List<String> causes)
            implements ArrivalFact {}

    @Contract("logistics.arrival-at-risk.v1")
    record ArrivalAtRisk(
            UUID planId,
            UUID delegationId,
            UUID eventId,
            UUID partnerId,
            UUID partyId,
            Instant firstObligation,
            Instant ready)
            implements ArrivalFact {}

    @Contract("logistics.arrival-plan-closed.v1")
    record ArrivalPlanClosed(UUID planId, UUID delegationId, UUID eventId, UUID partnerId, UUID partyId, String reason)
            implements ArrivalFact {}
}
