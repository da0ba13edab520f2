package vn.hoingo.delegations.delegation;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.member.Gap;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.member.Party;
import vn.hoingo.delegations.nomination.Nomination;
import vn.hoingo.delegations.nomination.Nominations;
import vn.hoingo.delegations.partner.Partner;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.partner.Partners;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.quota.Places;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Heard;

/** Where delegations are drafted, saved, reviewed and ended. */
@Component
class DelegationDesk {

    private final Delegations delegations;
    private final Partners partners;
    private final Registrations registrations;
    private final Nominations nominations;
    private final Places places;
    private final Decisions decisions;
    private final Clock clock;

    DelegationDesk(
            Delegations delegations,
            Partners partners,
            Registrations registrations,
            Nominations nominations,
            Places places,
            Decisions decisions,
            Clock clock) {
        this.delegations = delegations;
        this.partners = partners;
        this.registrations = registrations;
        this.nominations = nominations;
        this.places = places;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** A focal point sees the delegations of its partner, a door those that were approved; any other is not there for them. */
    Delegation see(DelegationId id, Caller caller) {
        Delegation delegation = delegations.get(id);
        if (!delegation.isSeenBy(caller.partner())
                || DelegationView.isAtTheDoorOnly(caller) && delegation.state() != DelegationState.APPROVED) {
            throw new Absent("Delegation", id.value());
        }
        return delegation;
    }

    Delegation draft(EventId event, @Nullable PartnerId asked, @Nullable String label, Caller caller) {
        Partner partner = partner(asked, caller);
        try {
            registrations.refuseUnlessDraftable(event, caller);
        } catch (Absent unknown) {
            throw new Invalid("/eventId", "delegation.unknown-event");
        }
        DelegationId id = new DelegationId(Acting.current().newId("delegation"));
        Delegation fresh =
                Delegation.draft(id, event, partner.id(), label, previous(event, partner.id(), label), clock.instant());
        fresh.findBy(
                FoldedText.words(
                        partner.name().vi(),
                        partner.name().en(),
                        String.join(" ", partner.particulars().aliases()),
                        label),
                String.join(" ", FoldedText.inOrder(partner.name().en())));
        if (delegations.findById(id).isEmpty()) {
            places.begin(Standing.asked(fresh, List.of()));
        }
        return decisions.open(delegations, id, () -> fresh);
    }

    private Partner partner(@Nullable PartnerId asked, Caller caller) {
        PartnerId own = caller.partner() == null ? null : new PartnerId(caller.partner());
        if (own != null && asked != null && !own.equals(asked)) {
            throw new Absent("Partner", asked.value());
        }
        PartnerId id = asked == null ? own : asked;
        if (id == null) {
            throw new Invalid("/partnerId", "delegation.partner-missing");
        }
        return partners.findById(id).orElseThrow(() -> new Invalid("/partnerId", "delegation.unknown-partner"));
    }

    /** Coming back after an end is another delegation, linked to the last one. */
    private @Nullable DelegationId previous(EventId event, PartnerId partner, @Nullable String label) {
        return delegations.findByEventAndPartner(event, partner).stream()
                .filter(other -> other.state().isOver() && Objects.equals(other.label(), label))
                .max(Comparator.comparing(Delegation::draftedAt))
                .map(Delegation::id)
                .orElse(null);
    }

    Delegation save(DelegationId id, Saved saved, Caller caller) {
        Delegation before = see(id, caller);
        List<Nomination> named = saved.members();
        List<Member> members = named == null
                ? null
                : nominations.members(id.value(), before.partner(), before.allMembers(), named, "/members/{i}");
        Parts parts = new Parts(saved.contact(), saved.languages(), members, saved.parties());
        if (before.state().isWithPartner()) {
            refuseBadFields(before.with(parts).contradictions());
        }
        Delegation edited = decisions.change(delegations, id, delegation -> delegation.edit(parts, clock.instant()));
        if (members != null && named != null) {
            nominations.keepSecrets(members, named);
        }
        return edited;
    }

    /** All that is wrong at once, each where it stands. */
    static void refuseBadFields(List<Gap> gaps) {
        if (!gaps.isEmpty()) {
            throw Invalid.all(gaps.stream()
                    .map(gap -> new Invalid.Field(gap.pointer(), "refusal." + gap.reason(), gap.values()))
                    .toList());
        }
    }

    Delegation startReview(DelegationId id) {
        return change(id, delegation -> delegation.startReview(clock.instant()));
    }

    Delegation requestChanges(DelegationId id, List<MemberId> concerned, String note) {
        return change(id, delegation -> delegation.requestChanges(concerned, note, clock.instant()));
    }

    Delegation approve(DelegationId id) {
        return change(id, delegation -> delegation.approve(clock.instant()));
    }

    Delegation reject(DelegationId id, String reason) {
        return change(id, delegation -> delegation.reject(reason, clock.instant()));
    }

    Delegation revoke(DelegationId id, String reason) {
        return change(id, delegation -> delegation.revoke(reason, clock.instant()));
    }

    Delegation withdraw(DelegationId id, @Nullable String reason, Caller caller) {
        see(id, caller);
        return change(id, delegation -> delegation.withdraw(reason, clock.instant()));
    }

    void loseEvent(EventId event, Heard heard) {
        each(delegations.findByEvent(event), delegation -> delegation.loseEvent(heard, clock.instant()));
    }

    void loseEvent(DelegationId id) {
        change(id, delegation -> delegation.loseEvent(clock.instant()));
    }

    void followEvent(EventId event, int revision, Heard heard) {
        each(delegations.findByEvent(event), delegation -> delegation.followEvent(revision, heard, clock.instant()));
    }

    void correctRank(PersonId person, int rank, Heard heard) {
        each(
                delegations.findByMembersPerson(person),
                delegation -> delegation.correctRank(person, rank, heard, clock.instant()));
    }

    private void each(List<Delegation> found, Consumer<Delegation> verb) {
        found.stream()
                .filter(delegation -> !delegation.state().isOver())
                .forEach(delegation -> change(delegation.id(), verb));
    }

    private Delegation change(DelegationId id, Consumer<Delegation> verb) {
        return decisions.change(delegations, id, verb);
    }

    /** What one save of a registration brings; null where it says nothing. */
    record Saved(
            @Nullable Contact contact,
            @Nullable List<String> languages,
            @Nullable List<Nomination> members,
            @Nullable List<Party> parties) {}
}
