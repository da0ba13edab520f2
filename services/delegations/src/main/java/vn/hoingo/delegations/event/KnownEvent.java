package vn.hoingo.delegations.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.doors.Coded;

/**
 * What we know of an event. Its facts may come in any company, so that everything but the id may be missing for a while.
 *
 * @param registration null until it was opened once
 * @param revision of the window; an older one that comes late is not taken
 */
@Document("known_events")
public record KnownEvent(
        @Id UUID id,
        @Nullable Text name,
        @Nullable Window window,
        @Nullable String venue,
        @Nullable Registration registration,
        Standing standing,
        int revision) {

    /** As far as it concerns who may come. */
    public enum Standing implements Coded {
        PLANNED,
        POSTPONED,
        CANCELLED,
        CONCLUDED
    }

    /** Until when partners may register, and how many of each. */
    public record Registration(Instant closesAt, int membersPerDelegation, boolean open) {

        boolean isOpen(Instant now) {
            return open && now.isBefore(closesAt);
        }

        Registration closed(Instant at) {
            return new Registration(at.isBefore(closesAt) ? at : closesAt, membersPerDelegation, false);
        }
    }

    static KnownEvent unheardOf(UUID id) {
        return new KnownEvent(id, null, null, null, null, Standing.PLANNED, 0);
    }

    KnownEvent named(@Nullable Text newName, @Nullable String newVenue) {
        return new KnownEvent(id, newName, window, newVenue, registration, standing, revision);
    }

    KnownEvent within(Window newWindow, int newRevision) {
        return newRevision < revision
                ? this
                : new KnownEvent(id, name, newWindow, venue, registration, standing, newRevision);
    }

    KnownEvent with(@Nullable Registration changed) {
        return new KnownEvent(id, name, window, venue, changed, standing, revision);
    }

    KnownEvent standing(Standing changed) {
        return new KnownEvent(id, name, window, venue, registration, changed, revision);
    }

    public boolean isCancelled() {
        return standing == Standing.CANCELLED;
    }

    /** True when partners may register now. */
    public boolean isOpen(Instant now) {
        return registration != null
                && registration.isOpen(now)
                && standing != Standing.CANCELLED
                && standing != Standing.CONCLUDED;
    }
}
