package vn.hoingo.invitations.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Whoever waits is told at once when a seat is held for them. */
@Component
class WhenWaitlistOfferMade {

    private final GuestNotices notices;

    WhenWaitlistOfferMade(GuestNotices notices) {
        this.notices = notices;
    }

    @OnMessage("invitations.waitlist-entry")
    void writeToTheGuest(WaitlistOfferMade message, Heard heard) {
        notices.isOfferedASeat(message.entryId(), message.activityId(), message.personId());
    }

    @Contract("invitations.waitlist-offer-made.v1")
    record WaitlistOfferMade(UUID entryId, UUID activityId, UUID personId) {}
}
