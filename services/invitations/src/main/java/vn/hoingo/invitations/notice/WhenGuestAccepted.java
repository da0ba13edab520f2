package vn.hoingo.invitations.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Who accepted has it in writing, with the time and the place. */
@Component
class WhenGuestAccepted {

    private final GuestNotices notices;

    WhenGuestAccepted(GuestNotices notices) {
        this.notices = notices;
    }

    @OnMessage("invitations.invitation")
    void writeToTheGuest(GuestAccepted message, Heard heard) {
        notices.confirmed(message.invitationId());
    }

    @Contract("invitations.guest-accepted.v1")
    record GuestAccepted(UUID invitationId) {}
}
