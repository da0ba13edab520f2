package vn.hoingo.delegations.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** The edition takes place elsewhere. */
@Component
class WhenEventVenueChanged {

    private final LocalCopy<KnownEvent> events;

    WhenEventVenueChanged(LocalCopies copies) {
        this.events = copies.of(KnownEvent.class);
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void remember(EventVenueChanged message, Heard heard) {
        events.apply(message.eventId(), heard, known -> {
            KnownEvent event = known == null ? KnownEvent.unheardOf(message.eventId()) : known;
            return event.named(event.name(), message.newVenue());
        });
    }

    @Contract("events.event-venue-changed.v1")
    record EventVenueChanged(
            UUID eventId, @JsonProperty("new") String newVenue) {}
}
