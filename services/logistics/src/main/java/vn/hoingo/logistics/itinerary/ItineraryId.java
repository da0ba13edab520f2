package vn.hoingo.logistics.itinerary;

import java.util.UUID;
import vn.hoingo.messaging.Id;
import vn.hoingo.messaging.Ids;

/** Which party's journey. */
public record ItineraryId(UUID value) implements Id {

    public static ItineraryId of(UUID delegation, UUID party) {
        return new ItineraryId(Ids.from("itinerary", delegation, party));
    }
}
