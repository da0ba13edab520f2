package vn.hoingo.invitations.waitlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A free seat is offered to whoever waits for it. */
@Component
class WhenSeatReleased {

    private final WaitlistDesk desk;

    WhenSeatReleased(WaitlistDesk desk) {
        this.desk = desk;
    }

    @OnMessage("invitations.seat-book")
    void offerWhatIsFree(SeatReleased message, Heard heard) {
        desk.fill(message.activityId());
    }

    @Contract("invitations.seat-released.v1")
    record SeatReleased(UUID activityId) {}
}
