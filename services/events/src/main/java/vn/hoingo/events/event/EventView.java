package vn.hoingo.events.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An edition as lists and pages show it. */
public record EventView(
        UUID id,
        long version,
        String series,
        String edition,
        Words name,
        WindowView window,
        String venue,
        Event.Status state,
        int revision,
        @Nullable String template,
        @Nullable UUID clonedFrom,
        @Nullable RegistrationView registration,
        Event.@Nullable Permission permission) {

    public static EventView of(Event event) {
        Event.Registration registration = event.registration();
        EventId source = event.clonedFrom();
        return new EventView(
                event.id().value(),
                event.version(),
                event.series(),
                event.edition(),
                event.name(),
                WindowView.of(event.window()),
                event.venue(),
                event.status(),
                event.revision(),
                event.template(),
                source == null ? null : source.value(),
                registration == null ? null : RegistrationView.of(registration),
                event.permission());
    }

    /** The clock on the wall, its zone, and the same in UTC for whoever counts. */
    public record WindowView(LocalDateTime start, LocalDateTime end, String zone, Instant startsAt, Instant endsAt) {

        public static WindowView of(Window window) {
            return new WindowView(
                    window.start(), window.end(), window.zone().getId(), window.startsAt(), window.endsAt());
        }
    }

    record RegistrationView(Instant opensAt, Instant closesAt, int membersPerDelegation, boolean open) {

        static RegistrationView of(Event.Registration registration) {
            return new RegistrationView(
                    registration.opensAt(),
                    registration.closesAt(),
                    registration.membersPerDelegation(),
                    registration.open());
        }
    }
}
