package vn.hoingo.delegations.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.member.MemberKind;
import vn.hoingo.delegations.nomination.Nomination;
import vn.hoingo.delegations.nomination.Nominations;
import vn.hoingo.delegations.quota.Places;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;

/**
 * Changes who is in a delegation that was approved. A change is proposed first. One that the host makes itself is accepted at
 * once; a partner's waits, while all else stays approved. Accepting asks the arbiters for whoever is new.
 */
@Component
class ChangingMembers {

    private final Delegations delegations;
    private final DelegationDesk desk;
    private final Registrations registrations;
    private final Nominations nominations;
    private final Places places;
    private final Decisions decisions;
    private final Clock clock;

    ChangingMembers(
            Delegations delegations,
            DelegationDesk desk,
            Registrations registrations,
            Nominations nominations,
            Places places,
            Decisions decisions,
            Clock clock) {
        this.delegations = delegations;
        this.desk = desk;
        this.registrations = registrations;
        this.nominations = nominations;
        this.places = places;
        this.decisions = decisions;
        this.clock = clock;
    }

    Delegation add(DelegationId id, Nomination nomination, Caller caller) {
        Delegation before = desk.see(id, caller);
        Member next = nominated(before, nomination, "");
        return propose(
                id,
                next,
                nomination,
                caller,
                (delegation, change) -> delegation.proposeMember(change, next, clock.instant()));
    }

    /** Whoever comes in somebody's place comes as what that one came. */
    Delegation replace(DelegationId id, MemberId old, Nomination nomination, Caller caller, String pointer) {
        Delegation before = desk.see(id, caller);
        @Nullable Member leaving = before.composition().member(old).orElse(null);
        Nomination inPlace = leaving == null ? nomination : nomination.inPlaceOf(leaving);
        Member next = nominated(before, inPlace, pointer);
        return propose(
                id,
                next,
                inPlace,
                caller,
                (delegation, change) -> delegation.proposeReplacement(change, old, next, clock.instant()));
    }

    Delegation replaceHead(DelegationId id, Nomination nomination, Caller caller) {
        Delegation before = desk.see(id, caller);
        MemberId head = before.composition().head().map(Member::memberId).orElse(new MemberId(id.value()));
        return replace(id, head, nomination, caller, "/member");
    }

    Delegation promote(DelegationId id, MemberId next, boolean oldHeadStays, Caller caller) {
        desk.see(id, caller);
        UUID change = Acting.current().newId("change");
        Delegation proposed = decisions.change(
                delegations, id, delegation -> delegation.proposeHead(change, next, oldHeadStays, clock.instant()));
        return acceptOwn(proposed, change, caller);
    }

    private Member nominated(Delegation before, Nomination nomination, String pointer) {
        List<Invalid.Field> missing = new ArrayList<>();
        if (nomination.kind() != MemberKind.COMPANION) {
            if (nomination.function() == null || nomination.function().isBlank()) {
                missing.add(new Invalid.Field(pointer + "/function", "refusal.FUNCTION_MISSING"));
            }
            if (nomination.rank() == null) {
                missing.add(new Invalid.Field(pointer + "/rank", "refusal.RANK_MISSING"));
            }
        }
        if (!missing.isEmpty()) {
            throw Invalid.all(missing);
        }
        return nominations
                .members(before.id().value(), before.partner(), before.allMembers(), List.of(nomination), pointer)
                .getFirst();
    }

    private Delegation propose(
            DelegationId id,
            Member next,
            Nomination nomination,
            Caller caller,
            BiConsumer<Delegation, UUID> proposing) {
        UUID change = Acting.current().newId("change");
        Delegation proposed = decisions.change(delegations, id, delegation -> proposing.accept(delegation, change));
        nominations.keepSecrets(List.of(next), List.of(nomination));
        return acceptOwn(proposed, change, caller);
    }

    /** A partner's change waits; one of the host's own takes effect, or is taken back when an arbiter says no. */
    private Delegation acceptOwn(Delegation proposed, UUID change, Caller caller) {
        if (caller.partner() != null || proposed.pending(change).isEmpty()) {
            return proposed;
        }
        try {
            return accept(proposed.id(), change);
        } catch (RuntimeException refused) {
            refuse(proposed.id(), change);
            throw refused;
        }
    }

    Delegation accept(DelegationId id, UUID changeId) {
        Delegation before = delegations.get(id);
        if (before.pending(changeId).isEmpty() || before.state() != DelegationState.APPROVED) {
            return decisions.change(delegations, id, delegation -> delegation.acceptChange(changeId, clock.instant()));
        }
        List<Member> standing = before.standingAfter(changeId);
        Places.Asked asked = Standing.asked(before, standing);
        nominations.register(before.partner(), standing);
        places.hold(asked, registrations.allowed(before.event()));
        try {
            return decisions.change(delegations, id, delegation -> delegation.acceptChange(changeId, clock.instant()));
        } catch (RuntimeException refused) {
            places.giveBack(asked);
            throw refused;
        }
    }

    Delegation refuse(DelegationId id, UUID changeId) {
        Instant now = clock.instant();
        return decisions.change(delegations, id, delegation -> delegation.refuseChange(changeId, now));
    }

    Delegation withdraw(DelegationId id, MemberId member, Caller caller) {
        desk.see(id, caller);
        return decisions.change(delegations, id, delegation -> delegation.withdrawMember(member, clock.instant()));
    }
}
