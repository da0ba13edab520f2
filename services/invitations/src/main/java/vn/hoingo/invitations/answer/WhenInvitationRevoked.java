package vn.hoingo.invitations.answer;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** What is not asked any more holds no seat and waits for none. */
@Component
class WhenInvitationRevoked {

    private final AnsweringInvitations answering;

    WhenInvitationRevoked(AnsweringInvitations answering) {
        this.answering = answering;
    }

    @OnMessage("invitations.invitation")
    void settle(InvitationRevoked message, Heard heard) {
        answering.settle(new InvitationId(message.invitationId()));
    }

    @Contract("invitations.invitation-revoked.v1")
    record InvitationRevoked(UUID invitationId) {}
}
