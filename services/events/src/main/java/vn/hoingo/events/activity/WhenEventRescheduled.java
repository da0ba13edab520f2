package vn.hoingo.events.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.Window;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** An event that moves takes its activities along. */
@Component
class WhenEventRescheduled {

    private final ActivityDesk desk;

    WhenEventRescheduled(ActivityDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.event")
    void moveActivitiesAlong(EventRescheduled message, Heard heard) {
        desk.follow(
                new EventId(message.eventId()),
                message.old().window(),
                message.next().window(),
                heard);
    }

    @Contract("events.event-rescheduled.v1")
    record EventRescheduled(
            UUID eventId, Period old, @JsonProperty("new") Period next) {}

    record Period(LocalDateTime start, LocalDateTime end, String zone) {

        Window window() {
            return new Window(start, end, ZoneId.of(zone));
        }
    }
}
