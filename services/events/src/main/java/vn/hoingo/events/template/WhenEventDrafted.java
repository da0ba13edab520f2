package vn.hoingo.events.template;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.events.event.EventId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A drafted edition has the activities of its model, also when the process that drafted it died before it planned them. */
@Component
class WhenEventDrafted {

    private final EditionDesk desk;

    WhenEventDrafted(EditionDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.event")
    void planItsActivities(EventDrafted message, Heard heard) {
        desk.plan(new EventId(message.eventId()));
    }

    @Contract("events.event-drafted.v1")
    record EventDrafted(UUID eventId) {}
}
