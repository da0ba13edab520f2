package vn.hoingo.delegations.delegation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.event.KnownEvents;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** An event that will not take place takes its delegations with it. */
@Component
class WhenEventCancelled {

    private final DelegationDesk desk;
    private final KnownEvents events;

    WhenEventCancelled(DelegationDesk desk, KnownEvents events) {
        this.desk = desk;
        this.events = events;
    }

    @OnMessage("events.event")
    void expectNobody(EventCancelled message, Heard heard) {
        EventId event = new EventId(message.eventId());
        events.awaitHeard(event, KnownEvent::isCancelled);
        desk.loseEvent(event, heard);
    }

    @Contract("events.event-cancelled.v1")
    record EventCancelled(UUID eventId) {}
}
