package vn.hoingo.logistics.change;

import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.arrival.ArrivalDesk;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A party that lands at another time is picked up at another time, by the same car when its diary allows. */
@Component
class WhenFlightChanged {

    private final ArrivalDesk desk;

    WhenFlightChanged(ArrivalDesk desk) {
        this.desk = desk;
    }

    @OnMessage("logistics.itinerary")
    void meetItWhenItLandsNow(FlightChanged message, Heard heard) {
        desk.flightChanged(
                message.delegationId(), message.partyId(), message.revision(), message.arrives(), heard.at());
    }

    @Contract("logistics.flight-changed.v1")
    record FlightChanged(UUID delegationId, UUID partyId, LocalDateTime arrives, int revision) {}
}
