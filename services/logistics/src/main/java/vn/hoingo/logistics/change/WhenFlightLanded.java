package vn.hoingo.logistics.change;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.arrival.ArrivalDesk;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** The party is there: it is picked up as soon as it is through immigration, and its car is in use. */
@Component
class WhenFlightLanded {

    private final ArrivalDesk desk;

    WhenFlightLanded(ArrivalDesk desk) {
        this.desk = desk;
    }

    @OnMessage("logistics.itinerary")
    void pickThemUp(FlightLanded message, Heard heard) {
        desk.landed(message.delegationId(), message.partyId(), message.landedAt());
    }

    @Contract("logistics.flight-landed.v1")
    record FlightLanded(UUID delegationId, UUID partyId, Instant landedAt) {}
}
