package vn.hoingo.delegations.event;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** An edition exists: what it is called, when and where. */
@Component
class WhenEventDrafted {

    private final LocalCopy<KnownEvent> events;

    WhenEventDrafted(LocalCopies copies) {
        this.events = copies.of(KnownEvent.class);
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void remember(EventDrafted message, Heard heard) {
        events.apply(message.eventId(), heard, known -> {
            KnownEvent event = known == null ? KnownEvent.unheardOf(message.eventId()) : known;
            return event.named(message.name(), message.venue()).within(message.window(), message.revision());
        });
    }

    @Contract("events.event-drafted.v1")
    record EventDrafted(UUID eventId, Text name, Window window, String venue, int revision) {}
}
