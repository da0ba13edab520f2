package vn.hoingo.invitations.guestlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Nobody is asked to what was dropped. */
@Component
class WhenActivityDropped {

    private final GuestListDesk desk;

    WhenActivityDropped(GuestListDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.activity")
    void askNobodyElse(ActivityDropped message, Heard heard) {
        desk.noteForAll(message.eventId(), list -> list.drop(message.activityId()));
    }

    @Contract("events.activity-dropped.v1")
    record ActivityDropped(UUID activityId, UUID eventId) {}
}
