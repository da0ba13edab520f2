package vn.hoingo.delegations.event;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** No new delegation by partners. */
@Component
class WhenRegistrationClosed {

    private final LocalCopy<KnownEvent> events;

    WhenRegistrationClosed(LocalCopies copies) {
        this.events = copies.of(KnownEvent.class);
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void remember(RegistrationClosed message, Heard heard) {
        events.apply(message.eventId(), heard, known -> {
            KnownEvent event = known == null ? KnownEvent.unheardOf(message.eventId()) : known;
            KnownEvent.Registration registration = event.registration();
            return event.with(registration == null ? null : registration.closed(message.closedAt()));
        });
    }

    @Contract("events.registration-closed.v1")
    record RegistrationClosed(UUID eventId, Instant closedAt) {}
}
