package vn.hoingo.delegations.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import vn.hoingo.delegations.text.Text;

/** The owner of events, asked when what we know is missing or about to refuse. */
interface EventsClient {

    @GetExchange("/api/events/{id}")
    Answer see(@PathVariable UUID id);

    /** The part of its answer that we need. */
    record Answer(
            UUID id,
            Text name,
            AnsweredWindow window,
            String venue,
            String state,
            int revision,
            @Nullable AnsweredRegistration registration) {

        KnownEvent known() {
            return new KnownEvent(
                    id,
                    name,
                    new Window(window.start(), window.end(), window.zone()),
                    venue,
                    registration == null
                            ? null
                            : new KnownEvent.Registration(
                                    registration.closesAt(), registration.membersPerDelegation(), registration.open()),
                    switch (state.toUpperCase(Locale.ROOT).replace('-', '_')) {
                        case "postponed" -> KnownEvent.Standing.POSTPONED;
                        case "cancelled" -> KnownEvent.Standing.CANCELLED;
                        case "concluded" -> KnownEvent.Standing.CONCLUDED;
                        default -> KnownEvent.Standing.PLANNED;
                    },
                    revision);
        }
    }

    record AnsweredWindow(LocalDateTime start, LocalDateTime end, String zone) {}

    record AnsweredRegistration(Instant closesAt, int membersPerDelegation, boolean open) {}
}
