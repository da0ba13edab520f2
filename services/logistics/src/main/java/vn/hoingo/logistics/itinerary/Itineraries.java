package vn.hoingo.logistics.itinerary;

import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Aggregates;

/** The journeys of all parties. */
interface Itineraries extends Aggregates<Itinerary, ItineraryId> {

    List<Itinerary> findByDelegationIdOrderByIdAsc(UUID delegation);

    List<Itinerary> findByEventIdOrderByIdAsc(UUID event);
}
