package vn.hoingo.delegations.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** The edition has a new window; only the highest revision counts. */
@Component
class WhenEventRescheduled {

    private final LocalCopy<KnownEvent> events;

    WhenEventRescheduled(LocalCopies copies) {
        this.events = copies.of(KnownEvent.class);
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void remember(EventRescheduled message, Heard heard) {
        events.apply(message.eventId(), heard, known -> {
            KnownEvent event = known == null ? KnownEvent.unheardOf(message.eventId()) : known;
            KnownEvent moved = event.within(message.newWindow(), message.revision());
            return moved.standing() == KnownEvent.Standing.POSTPONED
                    ? moved.standing(KnownEvent.Standing.PLANNED)
                    : moved;
        });
    }

    @Contract("events.event-rescheduled.v1")
    record EventRescheduled(
            UUID eventId, @JsonProperty("new") Window newWindow, int revision) {}
}
