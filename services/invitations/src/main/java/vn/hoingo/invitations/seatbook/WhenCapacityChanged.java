package vn.hoingo.invitations.seatbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** More seats are offered to those who wait, fewer become a debt that is shown. */
@Component
class WhenCapacityChanged {

    private final SeatDesk desk;

    WhenCapacityChanged(SeatDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.activity")
    void resizeTheBook(CapacityChanged message, Heard heard) {
        desk.resize(message.activityId(), message.eventId(), message.capacity(), heard.sequence());
    }

    @Contract("events.capacity-changed.v1")
    record CapacityChanged(
            UUID activityId,
            UUID eventId,
            @JsonProperty("new") int capacity) {}
}
