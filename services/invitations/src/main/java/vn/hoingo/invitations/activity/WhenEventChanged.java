package vn.hoingo.invitations.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** Keeps what we know of events; nothing else. */
@Component
class WhenEventChanged {

    private final LocalCopy<KnownEvent> events;

    WhenEventChanged(LocalCopies copies) {
        this.events = copies.of(KnownEvent.class);
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void note(EventDrafted message, Heard heard) {
        events.apply(
                message.eventId(),
                heard,
                before -> new KnownEvent(
                        message.eventId(),
                        message.name(),
                        message.window(),
                        message.venue(),
                        message.revision(),
                        null));
    }

    /** Says everything again, as it stands when people may register. */
    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void noteOpening(RegistrationOpened message, Heard heard) {
        change(
                message.eventId(),
                heard,
                known -> new KnownEvent(
                        known.id(),
                        message.name(),
                        message.window(),
                        message.venue(),
                        known.revision(),
                        known.ended()));
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void noteNewDates(EventRescheduled message, Heard heard) {
        change(message.eventId(), heard, known -> known.rescheduled(message.newWindow(), message.revision()));
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void noteVenue(EventVenueChanged message, Heard heard) {
        change(message.eventId(), heard, known -> known.at(message.newVenue()));
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void noteCancellation(EventCancelled message, Heard heard) {
        change(message.eventId(), heard, known -> known.endedBy("event-cancelled"));
    }

    @OnMessage(value = "events.event", feeds = KnownEvent.class)
    void noteConclusion(EventConcluded message, Heard heard) {
        change(message.eventId(), heard, known -> known.endedBy("event-concluded"));
    }

    private void change(UUID event, Heard heard, UnaryOperator<KnownEvent> change) {
        UnaryOperator<@Nullable KnownEvent> ifKnown = before -> before == null ? null : change.apply(before);
        events.apply(event, heard, ifKnown);
    }

    @Contract("events.event-drafted.v1")
    record EventDrafted(UUID eventId, Text name, Window window, String venue, int revision) {}

    @Contract("events.registration-opened.v1")
    record RegistrationOpened(UUID eventId, Text name, Window window, String venue) {}

    @Contract("events.event-rescheduled.v1")
    record EventRescheduled(
            UUID eventId, @JsonProperty("new") Window newWindow, int revision) {}

    @Contract("events.event-venue-changed.v1")
    record EventVenueChanged(
            UUID eventId, @JsonProperty("new") String newVenue) {}

    @Contract("events.event-cancelled.v1")
    record EventCancelled(UUID eventId) {}

    @Contract("events.event-concluded.v1")
    record EventConcluded(UUID eventId) {}
}
