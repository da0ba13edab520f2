package vn.hoingo.events.permit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.events.event.EventId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** The clock starts with the draft, and moves with the first day. */
@Component
class WhenEventPlanned {

    private final PermitDesk desk;

    WhenEventPlanned(PermitDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.event")
    void begin(EventDrafted message, Heard heard) {
        desk.open(new EventId(message.eventId()));
    }

    @OnMessage("events.event")
    void move(EventRescheduled message, Heard heard) {
        desk.move(new EventId(message.eventId()), message.next().start().toLocalDate(), message.revision());
    }

    @Contract("events.event-drafted.v1")
    record EventDrafted(UUID eventId) {}

    @Contract("events.event-rescheduled.v1")
    record EventRescheduled(
            UUID eventId, @JsonProperty("new") Period next, int revision) {}

    record Period(LocalDateTime start) {}
}
