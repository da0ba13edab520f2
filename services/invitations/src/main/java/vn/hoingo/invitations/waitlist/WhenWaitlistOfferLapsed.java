package vn.hoingo.invitations.waitlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A lapsed offer gives its seats back, whatever happened in between. */
@Component
class WhenWaitlistOfferLapsed {

    private final WaitlistDesk desk;

    WhenWaitlistOfferLapsed(WaitlistDesk desk) {
        this.desk = desk;
    }

    @OnMessage("invitations.waitlist-entry")
    void giveTheSeatsBack(WaitlistOfferLapsed message, Heard heard) {
        desk.giveUp(new WaitlistEntryId(message.entryId()));
    }

    @Contract("invitations.waitlist-offer-lapsed.v1")
    record WaitlistOfferLapsed(UUID entryId) {}
}
