package vn.hoingo.invitations.guestlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.activity.KnownActivity;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Heads who are expected already are asked to what is added later. */
@Component
class WhenActivityAdded {

    private final GuestListDesk desk;

    WhenActivityAdded(GuestListDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.activity")
    void askTheHeads(ActivityAdded message, Heard heard) {
        if (KnownActivity.asksHeads(message.kind(), message.admission())) {
            desk.noteForAll(message.eventId(), list -> list.add(message.activityId()));
        }
    }

    @Contract("events.activity-added.v1")
    record ActivityAdded(UUID activityId, UUID eventId, String kind, String admission) {}
}
