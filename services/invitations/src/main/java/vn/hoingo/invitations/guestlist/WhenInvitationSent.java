package vn.hoingo.invitations.guestlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** What was decided while an invitation was being sent is looked at once more. */
@Component
class WhenInvitationSent {

    private final GuestListDesk desk;

    WhenInvitationSent(GuestListDesk desk) {
        this.desk = desk;
    }

    @OnMessage("invitations.invitation")
    void lookAgain(InvitationSent message, Heard heard) {
        desk.checkThatItIsStillWanted(new InvitationId(message.invitationId()));
    }

    @Contract("invitations.invitation-sent.v1")
    record InvitationSent(UUID invitationId) {}
}
