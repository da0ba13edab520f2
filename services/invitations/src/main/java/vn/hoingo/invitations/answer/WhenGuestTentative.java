package vn.hoingo.invitations.answer;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A perhaps keeps no seat, whatever happened in between. */
@Component
class WhenGuestTentative {

    private final AnsweringInvitations answering;

    WhenGuestTentative(AnsweringInvitations answering) {
        this.answering = answering;
    }

    @OnMessage("invitations.invitation")
    void settle(GuestTentative message, Heard heard) {
        answering.settle(new InvitationId(message.invitationId()));
    }

    @Contract("invitations.guest-tentative.v1")
    record GuestTentative(UUID invitationId) {}
}
