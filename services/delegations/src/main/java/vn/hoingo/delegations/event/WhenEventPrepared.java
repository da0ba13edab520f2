package vn.hoingo.delegations.event;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** The edition is being prepared, for the first time or again after it was postponed. */
@Component
class WhenEventPrepared {

    private final LocalCopy<KnownEvent> events;

    WhenEventPrepared(LocalCopies copies) {
        this.events = copies.of(KnownEvent.class);
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void remember(EventPrepared message, Heard heard) {
        events.apply(message.eventId(), heard, known -> {
            KnownEvent event = known == null ? KnownEvent.unheardOf(message.eventId()) : known;
            return event.standing(KnownEvent.Standing.PLANNED);
        });
    }

    @Contract("events.event-prepared.v1")
    record EventPrepared(UUID eventId) {}
}
