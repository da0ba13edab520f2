package vn.hoingo.events.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to an event. Carries plain values: these records leave the service. */
public sealed interface EventFact {

    @Contract("events.event-drafted.v1")
    record EventDrafted(
            UUID eventId,
            String series,
            String edition,
            Text name,
            Period window,
            String venue,
            @Nullable String template,
            @Nullable UUID clonedFrom,
            int revision)
            implements EventFact {}

    @Contract("events.event-prepared.v1")
    record EventPrepared(UUID eventId) implements EventFact {}

    /** From preparation on: a permit is needed to publish, not to register. */
    @Contract("events.registration-opened.v1")
    record RegistrationOpened(
            UUID eventId,
            Text name,
            Period window,
            String venue,
            Instant opensAt,
            Instant closesAt,
            int membersPerDelegation)
            implements EventFact {}

    @Contract("events.registration-closed.v1")
    record RegistrationClosed(UUID eventId, Instant closedAt) implements EventFact {}

    @Contract("events.event-published.v1")
    record EventPublished(UUID eventId) implements EventFact {}

    @Contract("events.event-rescheduled.v1")
    record EventRescheduled(
            UUID eventId, Period old, @JsonProperty("new") Period next, int revision) implements EventFact {}

    @Contract("events.event-venue-changed.v1")
    record EventVenueChanged(
            UUID eventId, String old, @JsonProperty("new") String next) implements EventFact {}

    @Contract("events.event-postponed.v1")
    record EventPostponed(UUID eventId, String reason) implements EventFact {}

    @Contract("events.event-cancelled.v1")
    record EventCancelled(UUID eventId, String reason) implements EventFact {}

    @Contract("events.event-concluded.v1")
    record EventConcluded(UUID eventId) implements EventFact {}

    record Text(String vi, String en) {

        public static Text of(Words words) {
            return new Text(words.vi(), words.en());
        }
    }

    record Period(LocalDateTime start, LocalDateTime end, String zone) {

        public static Period of(Window window) {
            return new Period(window.start(), window.end(), window.zone().getId());
        }
    }
}
