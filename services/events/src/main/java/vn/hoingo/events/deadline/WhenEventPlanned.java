package vn.hoingo.events.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.events.event.EventId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A plan is drawn up with the draft, moves with the dates, rests while there are none, and ends with a cancelled event. */
@Component
class WhenEventPlanned {

    private final PlanDesk desk;

    WhenEventPlanned(PlanDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.event")
    void drawUp(EventDrafted message, Heard heard) {
        desk.open(new EventId(message.eventId()));
    }

    @OnMessage("events.event")
    void move(EventRescheduled message, Heard heard) {
        desk.move(new EventId(message.eventId()), message.next().dates(), message.revision());
    }

    @OnMessage("events.event")
    void pause(EventPostponed message, Heard heard) {
        desk.pause(new EventId(message.eventId()), heard);
    }

    @OnMessage("events.event")
    void close(EventCancelled message, Heard heard) {
        desk.close(new EventId(message.eventId()));
    }

    @Contract("events.event-drafted.v1")
    record EventDrafted(UUID eventId) {}

    @Contract("events.event-rescheduled.v1")
    record EventRescheduled(
            UUID eventId, @JsonProperty("new") Period next, int revision) {}

    record Period(LocalDateTime start, LocalDateTime end, String zone) {

        Plan.Dates dates() {
            return new Plan.Dates(start.toLocalDate(), end.toLocalDate(), ZoneId.of(zone));
        }
    }

    @Contract("events.event-postponed.v1")
    record EventPostponed(UUID eventId) {}

    @Contract("events.event-cancelled.v1")
    record EventCancelled(UUID eventId) {}
}
