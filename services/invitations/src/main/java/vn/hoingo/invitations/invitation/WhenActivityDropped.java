package vn.hoingo.invitations.invitation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A dropped activity takes its invitations with it. */
@Component
class WhenActivityDropped {

    private final InvitationDesk desk;

    WhenActivityDropped(InvitationDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.activity")
    void revokeItsInvitations(ActivityDropped message, Heard heard) {
        desk.revokeAllOfActivity(message.activityId(), message.eventId(), "activity-dropped");
    }

    @Contract("events.activity-dropped.v1")
    record ActivityDropped(UUID activityId, UUID eventId) {}
}
