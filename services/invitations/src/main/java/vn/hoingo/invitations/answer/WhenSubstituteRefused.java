package vn.hoingo.invitations.answer;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A seat that was kept for a substitute goes to others. */
@Component
class WhenSubstituteRefused {

    private final AnsweringInvitations answering;

    WhenSubstituteRefused(AnsweringInvitations answering) {
        this.answering = answering;
    }

    @OnMessage("invitations.invitation")
    void settle(SubstituteRefused message, Heard heard) {
        answering.settle(new InvitationId(message.invitationId()));
    }

    @Contract("invitations.substitute-refused.v1")
    record SubstituteRefused(UUID invitationId) {}
}
