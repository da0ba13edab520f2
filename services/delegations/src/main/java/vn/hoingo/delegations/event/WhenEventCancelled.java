package vn.hoingo.delegations.event;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** The edition is cancelled. */
@Component
class WhenEventCancelled {

    private final LocalCopy<KnownEvent> events;

    WhenEventCancelled(LocalCopies copies) {
        this.events = copies.of(KnownEvent.class);
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void remember(EventCancelled message, Heard heard) {
        events.apply(message.eventId(), heard, known -> {
            KnownEvent event = known == null ? KnownEvent.unheardOf(message.eventId()) : known;
            return event.standing(KnownEvent.Standing.CANCELLED);
        });
    }

    @Contract("events.event-cancelled.v1")
    record EventCancelled(UUID eventId) {}
}
