package vn.hoingo.invitations.invitation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A cancelled event takes all its invitations with it. */
@Component
class WhenEventCancelled {

    private final InvitationDesk desk;

    WhenEventCancelled(InvitationDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.event")
    void revokeItsInvitations(EventCancelled message, Heard heard) {
        desk.revokeAllOfEvent(message.eventId(), "event-cancelled");
    }

    @Contract("events.event-cancelled.v1")
    record EventCancelled(UUID eventId) {}
}
