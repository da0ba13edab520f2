package vn.hoingo.invitations.guestlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Nobody is asked to a cancelled event. */
@Component
class WhenEventCancelled {

    private final GuestListDesk desk;

    WhenEventCancelled(GuestListDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.event")
    void askNobodyElse(EventCancelled message, Heard heard) {
        desk.noteForAll(message.eventId(), GuestList::cancel);
    }

    @Contract("events.event-cancelled.v1")
    record EventCancelled(UUID eventId) {}
}
