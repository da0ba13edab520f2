package vn.hoingo.invitations.answer;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A no gives its seats to others, whatever happened in between. */
@Component
class WhenGuestDeclined {

    private final AnsweringInvitations answering;

    WhenGuestDeclined(AnsweringInvitations answering) {
        this.answering = answering;
    }

    @OnMessage("invitations.invitation")
    void settle(GuestDeclined message, Heard heard) {
        answering.settle(new InvitationId(message.invitationId()));
    }

    @Contract("invitations.guest-declined.v1")
    record GuestDeclined(UUID invitationId) {}
}
