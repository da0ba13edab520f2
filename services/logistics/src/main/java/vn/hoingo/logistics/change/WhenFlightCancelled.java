package vn.hoingo.logistics.change;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.arrival.ArrivalDesk;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Nobody waits for a flight that does not come; the party's plan waits for its next one. */
@Component
class WhenFlightCancelled {

    private final ArrivalDesk desk;

    WhenFlightCancelled(ArrivalDesk desk) {
        this.desk = desk;
    }

    @OnMessage("logistics.itinerary")
    void waitForAnotherFlight(FlightCancelled message, Heard heard) {
        desk.flightCancelled(message.delegationId(), message.partyId(), message.revision());
    }

    @Contract("logistics.flight-cancelled.v1")
    record FlightCancelled(UUID delegationId, UUID partyId, int revision) {}
}
