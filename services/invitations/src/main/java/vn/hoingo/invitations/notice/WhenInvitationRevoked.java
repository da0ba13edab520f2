package vn.hoingo.invitations.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Whoever held an invitation is told that it is void, unless they ended it themselves. */
@Component
class WhenInvitationRevoked {

    private final GuestNotices notices;

    WhenInvitationRevoked(GuestNotices notices) {
        this.notices = notices;
    }

    @OnMessage("invitations.invitation")
    void writeToTheGuest(InvitationRevoked message, Heard heard) {
        notices.revoked(message.invitationId(), message.reason());
    }

    @Contract("invitations.invitation-revoked.v1")
    record InvitationRevoked(UUID invitationId, String reason) {}
}
