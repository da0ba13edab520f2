package vn.hoingo.events.activity;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.events.event.EventId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Nothing of a cancelled event takes place. */
@Component
class WhenEventCancelled {

    private final ActivityDesk desk;

    WhenEventCancelled(ActivityDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.event")
    void dropEverything(EventCancelled message, Heard heard) {
        desk.dropAllOf(new EventId(message.eventId()), message.reason());
    }

    @Contract("events.event-cancelled.v1")
    record EventCancelled(UUID eventId, String reason) {}
}
