package vn.hoingo.delegations.event;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** Partners may register from now on; told again when its name or its terms change. */
@Component
class WhenRegistrationOpened {

    private final LocalCopy<KnownEvent> events;

    WhenRegistrationOpened(LocalCopies copies) {
        this.events = copies.of(KnownEvent.class);
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void remember(RegistrationOpened message, Heard heard) {
        events.apply(message.eventId(), heard, known -> {
            KnownEvent event = known == null ? KnownEvent.unheardOf(message.eventId()) : known;
            return event.named(message.name(), message.venue())
                    .within(message.window(), event.revision())
                    .with(new KnownEvent.Registration(message.closesAt(), message.membersPerDelegation(), true));
        });
    }

    @Contract("events.registration-opened.v1")
    record RegistrationOpened(
            UUID eventId, Text name, Window window, String venue, Instant closesAt, int membersPerDelegation) {}
}
