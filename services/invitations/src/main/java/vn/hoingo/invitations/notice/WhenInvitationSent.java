package vn.hoingo.invitations.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Whoever is invited gets the invitation. */
@Component
class WhenInvitationSent {

    private final GuestNotices notices;

    WhenInvitationSent(GuestNotices notices) {
        this.notices = notices;
    }

    @OnMessage("invitations.invitation")
    void writeToTheGuest(InvitationSent message, Heard heard) {
        notices.invited(message.invitationId(), message.revision());
    }

    @Contract("invitations.invitation-sent.v1")
    record InvitationSent(UUID invitationId, int revision) {}
}
