package vn.hoingo.delegations.delegation;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.event.KnownEvents;
import vn.hoingo.delegations.nomination.Nominations;
import vn.hoingo.delegations.quota.Places;
import vn.hoingo.doors.Caller;
import vn.hoingo.messaging.Decisions;

/**
 * Sends a registration to the host. The draft is finished first, so that it holds still; then its people are registered, its
 * places and its people are held by their arbiters, and the delegation is submitted. What was held goes back when that fails; what a
 * crash leaves held, {@link WhenDelegationChanged} settles or the arbiters find when its time is over.
 */
@Component
class SubmittingDelegations {

    private final Delegations delegations;
    private final DelegationDesk desk;
    private final Registrations registrations;
    private final Nominations nominations;
    private final Places places;
    private final KnownEvents events;
    private final Decisions decisions;
    private final Clock clock;

    SubmittingDelegations(
            Delegations delegations,
            DelegationDesk desk,
            Registrations registrations,
            Nominations nominations,
            Places places,
            KnownEvents events,
            Decisions decisions,
            Clock clock) {
        this.delegations = delegations;
        this.desk = desk;
        this.registrations = registrations;
        this.nominations = nominations;
        this.places = places;
        this.events = events;
        this.decisions = decisions;
        this.clock = clock;
    }

    Delegation submit(DelegationId id, @Nullable String reason, Caller caller) {
        Delegation draft = desk.see(id, caller);
        int byEvent = 0;
        int allowed = 0;
        if (draft.state().isWithPartner()) {
            byEvent = registrations.allowed(draft, caller, reason);
            allowed = places.allowed(draft.event().value(), draft.partner().value(), byEvent);
            DelegationDesk.refuseBadFields(draft.composition().gaps(allowed));
        }
        int quota = allowed;
        Delegation finished = decisions.change(delegations, id, delegation -> delegation.finish(quota));
        if (!finished.state().isWithPartner()) {
            return finished; // a repeat of a command that came to its end
        }
        return submit(finished, byEvent);
    }

    private Delegation submit(Delegation finished, int byEvent) {
        Places.Asked asked = Standing.asked(finished, finished.composition().members());
        nominations.register(finished.partner(), finished.composition().members());
        places.hold(asked, byEvent);
        Delegation submitted;
        try {
            submitted = decisions.change(delegations, finished.id(), delegation -> delegation.submit(clock.instant()));
        } catch (RuntimeException refused) {
            places.giveBack(asked);
            throw refused;
        }
        if (events.find(submitted.event()).filter(KnownEvent::isCancelled).isPresent()) {
            desk.loseEvent(submitted.id()); // it was cancelled while we looked
        }
        return submitted;
    }
}
