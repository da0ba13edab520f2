package vn.hoingo.logistics.itinerary;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.logistics.party.Flight;

/** A journey: what was told, what is expected now, each local time with its zone. */
record ItineraryView(
        UUID id,
        UUID delegationId,
        UUID eventId,
        UUID partnerId,
        UUID partyId,
        Flight flight,
        String state,
        LocalDateTime lands,
        String landsZone,
        Instant landsAt,
        Instant scheduledAt,
        @Nullable Instant landedAt,
        int revision,
        long version) {

    static ItineraryView of(Itinerary itinerary) {
        return new ItineraryView(
                itinerary.id().value(),
                itinerary.delegationId(),
                itinerary.eventId(),
                itinerary.partnerId(),
                itinerary.partyId(),
                itinerary.flight(),
                itinerary.state().code(),
                itinerary.lands(),
                itinerary.zone().getId(),
                itinerary.landsAt(),
                itinerary.flight().landsAt(),
                itinerary.landedAt(),
                itinerary.revision(),
                itinerary.version());
    }
}
