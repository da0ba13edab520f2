package vn.hoingo.invitations.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Whoever said yes when there was no seat is told that they wait. */
@Component
class WhenWaitlistJoined {

    private final GuestNotices notices;

    WhenWaitlistJoined(GuestNotices notices) {
        this.notices = notices;
    }

    @OnMessage("invitations.waitlist-entry")
    void writeToTheGuest(WaitlistJoined message, Heard heard) {
        notices.waits(message.entryId(), message.activityId(), message.personId());
    }

    @Contract("invitations.waitlist-joined.v1")
    record WaitlistJoined(UUID entryId, UUID activityId, UUID personId) {}
}
