package vn.hoingo.delegations.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.delegation.DelegationRefusal.Reason;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.event.KnownEvents;
import vn.hoingo.delegations.event.Window;
import vn.hoingo.doors.Caller;

/** Says whether a delegation may be registered at an event now; the owner of the event is asked before anybody is refused. */
@Component
class Registrations {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final KnownEvents events;
    private final Clock clock;

    Registrations(KnownEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** A partner drafts while registration is open; staff may prepare a draft earlier and later. */
    void refuseUnlessDraftable(EventId id, Caller caller) {
        Instant now = clock.instant();
        boolean partner = caller.partner() != null;
        KnownEvent event = events.asked(id, known -> partner ? known.isOpen(now) : !known.isCancelled());
        refuseWhenCancelled(event);
        if (partner && !event.isOpen(now)) {
            throw closed(event);
        }
    }

    /** How many members the event allows; after the closing only staff submits, and says why. */
    int allowed(Delegation delegation, Caller caller, @Nullable String reason) {
        Instant now = clock.instant();
        boolean again = delegation.state() == DelegationState.CHANGES_REQUESTED; // the host asked for it
        KnownEvent event = events.asked(delegation.event(), known -> known.isOpen(now));
        refuseWhenCancelled(event);
        KnownEvent.Registration registration = event.registration();
        if (registration == null) {
            throw closed(event);
        }
        if (!event.isOpen(now) && !again) {
            if (caller.partner() != null) {
                throw closed(event);
            }
            if (reason == null || reason.isBlank()) {
                throw new DelegationRefusal(Reason.REASON_NEEDED);
            }
        }
        return registration.membersPerDelegation();
    }

    /** How many members the event allows a delegation that was received already. */
    int allowed(EventId id) {
        KnownEvent event = events.asked(id, known -> known.registration() != null);
        KnownEvent.Registration registration = event.registration();
        return registration == null ? Integer.MAX_VALUE : registration.membersPerDelegation();
    }

    private static void refuseWhenCancelled(KnownEvent event) {
        if (event.isCancelled()) {
            throw new DelegationRefusal(Reason.EVENT_CANCELLED);
        }
    }

    private static DelegationRefusal closed(KnownEvent event) {
        KnownEvent.Registration registration = event.registration();
        if (registration == null) {
            return new DelegationRefusal(Reason.REGISTRATION_NOT_OPEN);
        }
        Window window = event.window();
        String zone = window == null ? "UTC" : window.zone();
        return new DelegationRefusal(
                Reason.REGISTRATION_CLOSED, WHEN.withZone(ZoneId.of(zone)).format(registration.closesAt()), zone);
    }
}
