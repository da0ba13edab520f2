package vn.hoingo.logistics.diary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to a car or a person of ours. People's names stay here. */
sealed interface DiaryFact {

    @Contract("logistics.resource-added.v1")
    record ResourceAdded(
            UUID resourceId,
            String kind,
            @Nullable String name,
            @Nullable Integer seats,
            @Nullable List<String> languages)
            implements DiaryFact {}

    @Contract("logistics.resource-out-of-service.v1")
    record ResourceOutOfService(UUID resourceId) implements DiaryFact {}

    @Contract("logistics.vehicle-assigned.v1")
    record VehicleAssigned(UUID resourceId, UUID planId, UUID delegationId, UUID eventId, Instant from, Instant until)
            implements DiaryFact {}

    @Contract("logistics.vehicle-released.v1")
    record VehicleReleased(UUID resourceId, UUID planId, UUID delegationId, UUID eventId, Instant from, Instant until)
            implements DiaryFact {}

    @Contract("logistics.interpreter-assigned.v1")
    record InterpreterAssigned(
            UUID resourceId, UUID planId, UUID delegationId, UUID eventId, Instant from, Instant until, String language)
            implements DiaryFact {}

    @Contract("logistics.interpreter-released.v1")
    record InterpreterReleased(
            UUID resourceId, UUID planId, UUID delegationId, UUID eventId, Instant from, Instant until, String language)
            implements DiaryFact {}
}
