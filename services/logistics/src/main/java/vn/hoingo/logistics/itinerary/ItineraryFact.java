package vn.hoingo.logistics.itinerary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to a journey. */
sealed interface ItineraryFact {

    @Contract("logistics.itinerary-recorded.v1")
    record ItineraryRecorded(UUID itineraryId, UUID delegationId, UUID eventId, UUID partyId, FlightAsTold flight)
            implements ItineraryFact {}

    @Contract("logistics.flight-changed.v1")
    record FlightChanged(
            UUID itineraryId,
            UUID delegationId,
            UUID eventId,
            UUID partyId,
            String number,
            @JsonProperty("old") Instant before,
            @JsonProperty("new") Instant after,
            LocalDateTime arrives,
            String arrivesZone,
            int revision)
            implements ItineraryFact {}

    @Contract("logistics.flight-cancelled.v1")
    record FlightCancelled(UUID itineraryId, UUID delegationId, UUID eventId, UUID partyId, String number, int revision)
            implements ItineraryFact {}

    @Contract("logistics.flight-landed.v1")
    record FlightLanded(
            UUID itineraryId, UUID delegationId, UUID eventId, UUID partyId, String number, Instant landedAt)
            implements ItineraryFact {}

    record FlightAsTold(
            String number,
            String origin,
            String airport,
            @Nullable String terminal,
            LocalDateTime departs,
            String departsZone,
            LocalDateTime arrives,
            String arrivesZone) {}
}
