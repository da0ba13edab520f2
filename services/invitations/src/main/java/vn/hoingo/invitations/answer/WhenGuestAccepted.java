package vn.hoingo.invitations.answer;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A yes has its seats, whatever happened in between. */
@Component
class WhenGuestAccepted {

    private final AnsweringInvitations answering;

    WhenGuestAccepted(AnsweringInvitations answering) {
        this.answering = answering;
    }

    @OnMessage("invitations.invitation")
    void settle(GuestAccepted message, Heard heard) {
        answering.settle(new InvitationId(message.invitationId()));
    }

    @Contract("invitations.guest-accepted.v1")
    record GuestAccepted(UUID invitationId) {}
}
