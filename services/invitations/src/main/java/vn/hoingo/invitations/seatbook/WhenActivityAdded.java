package vn.hoingo.invitations.seatbook;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A new activity has seats to grant. */
@Component
class WhenActivityAdded {

    private final SeatDesk desk;

    WhenActivityAdded(SeatDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.activity")
    void openTheBook(ActivityAdded message, Heard heard) {
        desk.resize(message.activityId(), message.eventId(), message.capacity(), heard.sequence());
    }

    @Contract("events.activity-added.v1")
    record ActivityAdded(UUID activityId, UUID eventId, int capacity) {}
}
