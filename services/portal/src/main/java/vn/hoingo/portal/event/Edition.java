package vn.hoingo.portal.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.portal.relay.Text;
import vn.hoingo.portal.relay.Window;

/** An edition of a series, as the events service tells it. */
public record Edition(
        UUID id,
        long version,
        String series,
        String edition,
        Text name,
        Window window,
        @Nullable String venue,
        String state,
        int revision,
        @Nullable String template,
        @Nullable UUID clonedFrom,
        @Nullable Registration registration,
        @Nullable Permission permission) {

    public Edition {
        venue = venue == null || venue.isBlank() ? null : venue;
    }

    /** How one says it in short: the series and the year, or whatever the edition is called. */
    public String brief() {
        return edition.startsWith(series) ? edition : series + " " + edition;
    }

    public boolean isOver(LocalDate today) {
        return window.end().toLocalDate().isBefore(today)
                || List.of("cancelled", "concluded").contains(state);
    }

    public boolean is(String... states) {
        return List.of(states).contains(state);
    }

    public boolean registrationIsOpen() {
        return registration != null && registration.open();
    }

    public String tone() {
        return switch (state) {
            case "published" -> "ok";
            case "in-preparation" -> "jade";
            case "postponed" -> "wait";
            case "cancelled" -> "risk";
            default -> "quiet";
        };
    }

    /** Until when delegations may register, and how many members each. */
    public record Registration(Instant opensAt, Instant closesAt, int membersPerDelegation, boolean open) {}

    /** The decision that allows the event, or why none is needed. */
    public record Permission(
            @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn,
            @Nullable String exemption) {}

    /** A part of the programme with its own time, place and seats. */
    public record Activity(
            UUID id,
            @Nullable UUID eventId,
            long version,
            Text name,
            String kind,
            Window window,
            @Nullable String place,
            int capacity,
            String admission,
            @Nullable String state,
            boolean side,
            boolean misfit,
            int revision) {

        public Activity {
            state = state == null ? "planned" : state;
            place = place == null || place.isBlank() ? null : place;
        }

        public boolean isDropped() {
            return "dropped".equals(state);
        }
    }
}
