package vn.hoingo.delegations.delegation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** An event that moves makes its delegations say again how they travel. */
@Component
class WhenEventRescheduled {

    private final DelegationDesk desk;

    WhenEventRescheduled(DelegationDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.event")
    void askForTravelAgain(EventRescheduled message, Heard heard) {
        desk.followEvent(new EventId(message.eventId()), message.revision(), heard);
    }

    @Contract("events.event-rescheduled.v1")
    record EventRescheduled(UUID eventId, int revision) {}
}
