package vn.hoingo.invitations.waitlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Whoever comes to the waitlist may find that a seat is free by now. */
@Component
class WhenWaitlistJoined {

    private final WaitlistDesk desk;

    WhenWaitlistJoined(WaitlistDesk desk) {
        this.desk = desk;
    }

    @OnMessage("invitations.waitlist-entry")
    void offerWhatIsFree(WaitlistJoined message, Heard heard) {
        desk.fill(message.activityId());
    }

    @Contract("invitations.waitlist-joined.v1")
    record WaitlistJoined(UUID activityId) {}
}
