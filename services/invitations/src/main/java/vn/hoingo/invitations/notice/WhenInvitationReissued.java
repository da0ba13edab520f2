package vn.hoingo.invitations.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A new revision is a new letter; an older one that has not left is held back. */
@Component
class WhenInvitationReissued {

    private final GuestNotices notices;

    WhenInvitationReissued(GuestNotices notices) {
        this.notices = notices;
    }

    @OnMessage("invitations.invitation")
    void writeToTheGuest(InvitationReissued message, Heard heard) {
        notices.invitedAnew(message.invitationId(), message.revision());
    }

    @Contract("invitations.invitation-reissued.v1")
    record InvitationReissued(UUID invitationId, int revision) {}
}
