package vn.hoingo.delegations.delegation;

import static vn.hoingo.delegations.delegation.DelegationState.APPROVED;
import static vn.hoingo.delegations.delegation.DelegationState.CHANGES_REQUESTED;
import static vn.hoingo.delegations.delegation.DelegationState.DRAFT;
import static vn.hoingo.delegations.delegation.DelegationState.REJECTED;
import static vn.hoingo.delegations.delegation.DelegationState.REVOKED;
import static vn.hoingo.delegations.delegation.DelegationState.SUBMITTED;
import static vn.hoingo.delegations.delegation.DelegationState.UNDER_REVIEW;
import static vn.hoingo.delegations.delegation.DelegationState.WITHDRAWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationAmended;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationApproved;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationChangesRequested;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationDrafted;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationRejected;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationRescheduled;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationRevoked;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationSubmitted;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationWithdrawn;
import vn.hoingo.delegations.delegation.DelegationFact.HeadOfDelegationReplaced;
import vn.hoingo.delegations.delegation.DelegationFact.MemberAdded;
import vn.hoingo.delegations.delegation.DelegationFact.MemberRankCorrected;
import vn.hoingo.delegations.delegation.DelegationFact.MemberReplaced;
import vn.hoingo.delegations.delegation.DelegationFact.MemberWithdrawn;
import vn.hoingo.delegations.delegation.DelegationRefusal.Reason;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.member.Composition;
import vn.hoingo.delegations.member.Gap;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.member.MemberKind;
import vn.hoingo.delegations.member.MemberState;
import vn.hoingo.delegations.member.Party;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;
import vn.hoingo.messaging.Heard;

/**
 * The people whom one partner sends to one event, registered, reviewed and received as a whole.
 *
 * <p>A focal point drafts it over days, gaps and all, and submits it when it is complete: exactly one head, nobody twice, within
 * the quota. The host reviews it, asks for changes until it is right, and approves or rejects it. What changes after that is
 * proposed as a {@link Amendment}, so that only the part concerned waits for the host again. It ends when the host takes its
 * approval back or the partner withdraws; coming back is another delegation, linked to this one.
 */
@Document("delegations")
@Announces("delegations.delegation")
@CompoundIndex(def = "{'changedAt': 1, '_id': 1}")
@CompoundIndex(def = "{'submittedAt': 1, '_id': 1}")
@CompoundIndex(def = "{'partnerName': 1, '_id': 1}")
@CompoundIndex(def = "{'event': 1, 'changedAt': 1, '_id': 1}")
@CompoundIndex(def = "{'state': 1, 'changedAt': 1, '_id': 1}")
@CompoundIndex(def = "{'partner': 1, 'changedAt': 1, '_id': 1}")
@CompoundIndex(def = "{'members.person': 1}")
class Delegation extends Aggregate<DelegationId> {

    private final EventId event;
    private final PartnerId partner;
    private final @Nullable String label;
    private final @Nullable DelegationId previous;
    private final Instant draftedAt;

    private DelegationState state = DRAFT;
    private int revision;
    private @Nullable Contact contact;
    private List<String> languages = new ArrayList<>();
    private List<Member> members = new ArrayList<>();
    private List<Party> parties = new ArrayList<>();
    private List<Amendment> changes = new ArrayList<>();
    private @Nullable Request request;
    private @Nullable Reviewed reviewed;
    private @Nullable String reason;
    private boolean finished;
    private boolean travelToConfirm;
    private @Nullable Instant submittedAt;
    private @Nullable Instant approvedAt;
    private Instant changedAt;

    @Indexed
    private List<String> search = new ArrayList<>();

    private String partnerName = "";

    Delegation(
            DelegationId id,
            EventId event,
            PartnerId partner,
            @Nullable String label,
            @Nullable DelegationId previous,
            Instant draftedAt) {
        super(id);
        this.event = event;
        this.partner = partner;
        this.label = label;
        this.previous = previous;
        this.draftedAt = draftedAt;
        this.changedAt = draftedAt;
    }

    static Delegation draft(
            DelegationId id,
            EventId event,
            PartnerId partner,
            @Nullable String label,
            @Nullable DelegationId previous,
            Instant now) {
        Delegation delegation = new Delegation(id, event, partner, label, previous, now);
        delegation.announce(new DelegationDrafted(id.value(), event.value(), partner.value(), label));
        return delegation;
    }

    /** What it is found by in lists: the names of its partner, as they are now. */
    void findBy(List<String> words, String sortName) {
        search = new ArrayList<>(words);
        partnerName = sortName;
    }

    /** Saves what the focal point has so far. Once it is approved, only how to reach it and how it travels. */
    void edit(Parts parts, Instant now) {
        refuseUnless(state.isWithPartner() || state == APPROVED, Reason.NOT_EDITABLE, state);
        refuseUnless(state != APPROVED || parts.members() == null, Reason.ONLY_BEFORE_APPROVAL);
        refuseWhen(with(parts).contradictions());

        if (parts.contact() != null) {
            contact = parts.contact();
        }
        if (parts.members() != null) {
            List<Member> all = new ArrayList<>();
            parts.members().forEach(member -> all.add(isConfirmed(member) ? member.in(MemberState.CONFIRMED) : member));
            members.stream().filter(member -> !member.isLive()).forEach(all::add);
            members = all;
        }
        List<String> amended = new ArrayList<>();
        if (parts.parties() != null) {
            if (!parts.parties().equals(parties)) {
                amended.add("travel-changed");
            }
            parties = new ArrayList<>(parts.parties());
            travelToConfirm = false;
        }
        if (parts.languages() != null) {
            if (!parts.languages().equals(languages)) {
                amended.add("languages-changed");
            }
            languages = new ArrayList<>(parts.languages());
        }
        finished = false;
        changedAt = now;
        if (state == APPROVED && !amended.isEmpty()) {
            refuseWhen(composition().gaps(Integer.MAX_VALUE));
            revision++;
            announceAmended(amended);
        }
    }

    /** It is complete and holds still while its people are registered and its places are taken; the next edit opens it again. */
    void finish(int quota) {
        refuseUnless(state.isWithPartner(), Reason.NOT_IN_THIS_STATE, state);
        refuseWhen(composition().gaps(quota));

        finished = true;
    }

    void submit(Instant now) {
        refuseUnless(state.isWithPartner(), Reason.NOT_IN_THIS_STATE, state);
        refuseUnless(finished, Reason.EDITED_MEANWHILE);

        state = SUBMITTED;
        finished = false;
        revision++;
        request = null;
        submittedAt = now;
        changedAt = now;
        each(Member::isLive, member -> member.in(MemberState.CONFIRMED).known());
        Composition sent = composition();
        announce(new DelegationSubmitted(
                id().value(),
                event.value(),
                partner.value(),
                sent.members().size(),
                sent.companionCount(),
                head().rankOrLowest(),
                sent.highestRank(),
                revision));
    }

    void startReview(Instant now) {
        if (state == UNDER_REVIEW) {
            return;
        }
        refuseUnless(state == SUBMITTED, Reason.NOT_IN_THIS_STATE, state);

        state = UNDER_REVIEW;
        changedAt = now;
    }

    /** Sends it back with a note that stays here. */
    void requestChanges(List<MemberId> concerned, String note, Instant now) {
        refuseUnless(state.isWithHost(), Reason.NOT_IN_THIS_STATE, state);
        concerned.forEach(this::live);

        state = CHANGES_REQUESTED;
        request = new Request(concerned, note, now);
        changedAt = now;
        reviewed = Reviewed.now(this, now);
        announce(new DelegationChangesRequested(
                id().value(),
                event.value(),
                partner.value(),
                concerned.stream().map(MemberId::value).toList()));
    }

    void approve(Instant now) {
        if (state == APPROVED) {
            return;
        }
        refuseUnless(state.isWithHost(), Reason.NOT_IN_THIS_STATE, state);

        state = APPROVED;
        approvedAt = now;
        changedAt = now;
        each(Member::isLive, member -> member.in(MemberState.APPROVED));
        reviewed = Reviewed.now(this, now);
        Composition approved = approved();
        announce(new DelegationApproved(
                id().value(),
                event.value(),
                partner.value(),
                revision,
                memberIds(approved),
                head().person().value(),
                head().rankOrLowest(),
                approved.spoken(),
                travelling(approved),
                approved.needs()));
    }

    void reject(String because, Instant now) {
        if (state == REJECTED) {
            return;
        }
        refuseUnless(state.isWithHost() || state == CHANGES_REQUESTED, Reason.NOT_IN_THIS_STATE, state);

        end(REJECTED, because, now);
        announce(new DelegationRejected(id().value(), event.value(), partner.value(), Math.max(1, revision)));
    }

    /** The partner will not come, at any stage; a draft may be withdrawn too. */
    void withdraw(@Nullable String because, Instant now) {
        if (state == WITHDRAWN) {
            return;
        }
        refuseUnless(!state.isOver(), Reason.NOT_IN_THIS_STATE, state);

        end(WITHDRAWN, because, now);
        announce(new DelegationWithdrawn(id().value(), event.value(), partner.value(), Math.max(1, revision)));
    }

    /** The host takes its approval back. */
    void revoke(String because, Instant now) {
        if (state == REVOKED) {
            return;
        }
        refuseUnless(state == APPROVED, Reason.NOT_IN_THIS_STATE, state);

        end(REVOKED, because, now);
        announce(new DelegationRevoked(id().value(), event.value(), partner.value(), revision));
    }

    /** The event will not take place: nobody is expected any more, however far the registration was. */
    void loseEvent(Heard heard, Instant now) {
        if (alreadyHeard(heard)) {
            return;
        }
        loseEvent(now);
    }

    void loseEvent(Instant now) {
        if (state.isOver()) {
            return;
        }
        end(REVOKED, null, now);
        announce(new DelegationRevoked(id().value(), event.value(), partner.value(), Math.max(1, revision)));
    }

    /** The event moved: whoever said how they travel says so again. */
    void followEvent(int eventRevision, Heard heard, Instant now) {
        if (alreadyHeard(heard) || state.isOver()) {
            return;
        }
        travelToConfirm = parties.stream().anyMatch(party -> party.flight() != null);
        if (travelToConfirm) {
            changedAt = now;
        }
        if (state != DRAFT) {
            announce(new DelegationRescheduled(id().value(), event.value(), partner.value(), eventRevision));
        }
    }

    /** A person has another rank than was said. Of a draft nobody has heard yet; it tells its ranks when it is sent. */
    void correctRank(PersonId person, int rank, Heard heard, Instant now) {
        if (alreadyHeard(heard) || state.isOver()) {
            return;
        }
        Member was = composition().members().stream()
                .filter(member -> member.person().equals(person) && member.rankOrLowest() != rank)
                .findFirst()
                .orElse(null);
        if (was == null || was.isCompanion()) {
            return;
        }
        replace(was.ranked(rank));
        changedAt = now;
        if (state != DRAFT && was.state() != MemberState.NOMINATED) {
            announce(new MemberRankCorrected(
                    id().value(), event.value(), partner.value(), was.memberId().value(), rank));
        }
        if (state == APPROVED && was.isApproved()) {
            revision++;
            announceAmended(List.of("rank-changed"));
        }
    }

    private void end(DelegationState ended, @Nullable String because, Instant now) {
        state = ended;
        reason = because;
        changedAt = now;
        finished = false;
        changes = new ArrayList<>();
        travelToConfirm = false;
        ended.membersLeaveAs().ifPresent(leaving -> each(Member::isLive, member -> member.in(leaving)));
    }

    /** One more member, once the host agrees. */
    void proposeMember(UUID changeId, Member next, Instant now) {
        propose(new Amendment(changeId, Amendment.Kind.MEMBER_ADDED, next.memberId(), null, now), next);
    }

    /** Somebody else in the place of a member, once the host agrees; whoever comes in the place of the head leads from then on. */
    void proposeReplacement(UUID changeId, MemberId old, Member next, Instant now) {
        refuseUnless(state == APPROVED, Reason.NOT_IN_THIS_STATE, state);
        Member leaving = live(old);
        refuseUnless(leaving.isApproved() && nothingPendingFor(old), Reason.CHANGE_PENDING);

        Amendment.Kind kind = leaving.isHead() ? Amendment.Kind.HEAD_REPLACED : Amendment.Kind.MEMBER_REPLACED;
        propose(new Amendment(changeId, kind, next.memberId(), old, now), next.inPlaceOf(old));
    }

    /** Another member leads, once the host agrees; the old head leaves, or stays as a delegate. */
    void proposeHead(UUID changeId, MemberId next, boolean oldHeadStays, Instant now) {
        refuseUnless(state == APPROVED, Reason.NOT_IN_THIS_STATE, state);
        Member leading = live(next);
        refuseUnless(!leading.isHead(), Reason.ALREADY_HEAD);
        refuseUnless(!leading.isCompanion(), Reason.COMPANION_CANNOT_LEAD);
        refuseUnless(leading.isApproved(), Reason.CHANGE_PENDING);
        refuseUnless(nothingPendingFor(head().memberId()), Reason.CHANGE_PENDING);

        changes.add(new Amendment(
                changeId, Amendment.Kind.HEAD_REPLACED, next, oldHeadStays ? null : head().memberId(), now));
        changedAt = now;
    }

    private void propose(Amendment change, Member next) {
        refuseUnless(state == APPROVED, Reason.NOT_IN_THIS_STATE, state);
        Set<MemberId> leaving = leavingFor(change);
        List<Member> all = new ArrayList<>();
        composition().members().stream()
                .filter(member -> !leaving.contains(member.memberId()))
                .forEach(all::add);
        all.add(change.kind() == Amendment.Kind.HEAD_REPLACED ? next.as(MemberKind.HEAD) : next);
        refuseWhen(new Composition(all, List.of(), languages)
                .gaps(Integer.MAX_VALUE).stream()
                        .filter(gap -> gap.reason() != Gap.Reason.LANGUAGE_MISSING) // it spoke one when it was approved
                        .toList());

        members.add(next);
        changes.add(change);
        changedAt = change.at();
    }

    /** The host agrees to a change: it takes effect, and everybody who planned with this delegation is told the whole of it. */
    void acceptChange(UUID changeId, Instant now) {
        refuseUnless(state == APPROVED, Reason.NOT_IN_THIS_STATE, state);
        Amendment change = change(changeId);

        changes.remove(change);
        revision++;
        changedAt = now;
        Member oldHead = head();
        List<String> told = new ArrayList<>();
        told.add(change.kind().code());
        Member next = live(change.member()).in(MemberState.APPROVED).known();
        replace(next);
        switch (change.kind()) {
            case MEMBER_ADDED ->
                announce(new MemberAdded(
                        id().value(),
                        event.value(),
                        partner.value(),
                        next.memberId().value(),
                        next.rankOrLowest()));
            case MEMBER_REPLACED -> leaveTo(next, change.replaces(), told);
            case HEAD_REPLACED -> {
                replace(next.as(MemberKind.HEAD));
                if (change.replaces() == null) {
                    replace(oldHead.as(MemberKind.DELEGATE));
                } else {
                    leaveTo(next, change.replaces(), told);
                }
                announce(new HeadOfDelegationReplaced(
                        id().value(),
                        event.value(),
                        partner.value(),
                        oldHead.person().value(),
                        next.person().value(),
                        oldHead.rankOrLowest(),
                        next.rankOrLowest(),
                        revision));
            }
        }
        reviewed = Reviewed.now(this, now);
        announceAmended(told);
    }

    private void leaveTo(Member next, @Nullable MemberId leaving, List<String> told) {
        if (leaving == null) {
            return;
        }
        Member old = live(leaving);
        Set<MemberId> alone = composition().withCompanions(leaving);
        replace(old.replacedBy(next.memberId()));
        boolean newcomer = leaving.equals(next.replaces());
        parties = new ArrayList<>(
                newcomer
                        ? Composition.with(parties, next.memberId(), leaving)
                        : Composition.without(parties, Set.of(leaving)));
        announce(new MemberReplaced(
                id().value(),
                event.value(),
                partner.value(),
                leaving.value(),
                next.memberId().value(),
                next.rankOrLowest()));
        alone.stream().filter(companion -> !companion.equals(leaving)).forEach(companion -> {
            leave(companion);
            told.add("member-withdrawn");
        });
    }

    /** The host does not agree; what was approved stays as it is. */
    void refuseChange(UUID changeId, Instant now) {
        Amendment change = change(changeId);

        changes.remove(change);
        each(
                member -> member.memberId().equals(change.member()) && member.state() == MemberState.NOMINATED,
                member -> member.in(MemberState.REFUSED).known());
        parties = new ArrayList<>(Composition.without(
                parties,
                Set.copyOf(members.stream()
                        .filter(member -> !member.isLive())
                        .map(Member::memberId)
                        .toList())));
        changedAt = now;
    }

    /** A member will not come, and nobody in their place. Companions leave with them. */
    void withdrawMember(MemberId id, Instant now) {
        refuseUnless(state == APPROVED, Reason.NOT_IN_THIS_STATE, state);
        Member leaving = live(id);
        refuseUnless(!leaving.isHead(), Reason.HEAD_MUST_BE_REPLACED);
        refuseUnless(nothingPendingFor(id), Reason.CHANGE_PENDING);

        revision++;
        changedAt = now;
        composition().withCompanions(id).forEach(this::leave);
        announceAmended(List.of("member-withdrawn"));
    }

    private void leave(MemberId id) {
        Member leaving = live(id);
        replace(leaving.in(MemberState.WITHDRAWN).known());
        parties = new ArrayList<>(Composition.without(parties, Set.of(id)));
        if (leaving.isApproved()) {
            announce(new MemberWithdrawn(
                    id().value(), event.value(), partner.value(), id.value(), leaving.rankOrLowest()));
        }
    }

    private void announceAmended(List<String> told) {
        Composition approved = approved();
        announce(new DelegationAmended(
                id().value(),
                event.value(),
                partner.value(),
                revision,
                memberIds(approved),
                head().person().value(),
                head().rankOrLowest(),
                approved.spoken(),
                travelling(approved),
                approved.needs(),
                told.stream().distinct().toList()));
    }

    private static List<UUID> memberIds(Composition composition) {
        return composition.members().stream()
                .map(member -> member.memberId().value())
                .toList();
    }

    private static List<DelegationFact.Party> travelling(Composition approved) {
        List<DelegationFact.Party> travelling = new ArrayList<>();
        for (Party party : approved.parties()) {
            List<Member> together = party.members().stream()
                    .flatMap(id -> approved.member(id).stream())
                    .toList();
            if (!together.isEmpty()) {
                travelling.add(new DelegationFact.Party(
                        party.partyId(),
                        together.stream()
                                .map(member -> member.memberId().value())
                                .toList(),
                        together.stream().anyMatch(Member::isHead),
                        (int) together.stream().filter(Member::isCompanion).count(),
                        party.luggage(),
                        DelegationFact.Flight.of(party.flight())));
            }
        }
        return travelling;
    }

    private void each(Predicate<Member> which, UnaryOperator<Member> becomes) {
        members.replaceAll(member -> which.test(member) ? becomes.apply(member) : member);
    }

    private void replace(Member member) {
        each(old -> old.memberId().equals(member.memberId()), old -> member);
    }

    private boolean nothingPendingFor(MemberId id) {
        return changes.stream().noneMatch(change -> id.equals(change.replaces()) || id.equals(change.member()));
    }

    private Member live(MemberId id) {
        return composition().member(id).orElseThrow(() -> new DelegationRefusal(Reason.NO_SUCH_MEMBER));
    }

    private Amendment change(UUID changeId) {
        return pending(changeId).orElseThrow(() -> new DelegationRefusal(Reason.NO_SUCH_CHANGE));
    }

    private Member head() {
        return composition()
                .head()
                .orElseThrow(() -> new IllegalStateException("delegation " + id().value() + " has no head"));
    }

    private boolean isConfirmed(Member member) {
        return composition()
                .member(member.memberId())
                .filter(before -> before.state() == MemberState.CONFIRMED)
                .isPresent();
    }

    private static void refuseUnless(boolean allowed, Reason reason, Object... values) {
        if (!allowed) {
            throw new DelegationRefusal(reason, values);
        }
    }

    private static void refuseWhen(List<Gap> gaps) {
        if (!gaps.isEmpty()) {
            throw DelegationRefusal.of(gaps.getFirst());
        }
    }

    /** Everybody who is in it now, those whose change still waits included. */
    Composition composition() {
        return new Composition(members.stream().filter(Member::isLive).toList(), parties, languages);
    }

    /** Who is in it; once it ended, who was then. */
    Composition whoIsOrWas() {
        return state.membersLeaveAs()
                .map(left -> new Composition(
                        members.stream()
                                .filter(member -> member.state() == left)
                                .toList(),
                        List.of(),
                        List.of()))
                .orElseGet(this::composition);
    }

    /** Those with whom it stands: sent or approved, and not only named. */
    List<Member> standing() {
        return composition().members().stream()
                .filter(member -> member.state() != MemberState.NOMINATED)
                .toList();
    }

    /** Those with whom it would stand when this change is accepted. */
    List<Member> standingAfter(UUID changeId) {
        Amendment change = change(changeId);
        Set<MemberId> leaving = leavingFor(change);
        return composition().members().stream()
                .filter(member -> member.memberId().equals(change.member())
                        || member.state() != MemberState.NOMINATED && !leaving.contains(member.memberId()))
                .toList();
    }

    private Set<MemberId> leavingFor(Amendment change) {
        MemberId replaced = change.replaces();
        return replaced == null ? Set.of() : composition().withCompanions(replaced);
    }

    /** As it stood when the host last decided about it. */
    Optional<Reviewed> reviewed() {
        return Optional.ofNullable(reviewed);
    }

    Optional<Amendment> pending(UUID changeId) {
        return changes.stream()
                .filter(change -> change.changeId().equals(changeId))
                .findFirst();
    }

    private Composition approved() {
        return new Composition(members.stream().filter(Member::isApproved).toList(), parties, languages);
    }

    /** What it would be with these parts in place of its own. */
    Composition with(Parts parts) {
        return new Composition(
                parts.members() == null ? composition().members() : parts.members(),
                parts.parties() == null ? parties : parts.parties(),
                parts.languages() == null ? languages : parts.languages());
    }

    List<Member> formerMembers() {
        return members.stream().filter(member -> !member.isLive()).toList();
    }

    List<Member> allMembers() {
        return List.copyOf(members);
    }

    EventId event() {
        return event;
    }

    PartnerId partner() {
        return partner;
    }

    @Nullable
    String label() {
        return label;
    }

    @Nullable
    DelegationId previous() {
        return previous;
    }

    DelegationState state() {
        return state;
    }

    int revision() {
        return revision;
    }

    @Nullable
    Contact contact() {
        return contact;
    }

    List<Amendment> changes() {
        return List.copyOf(changes);
    }

    @Nullable
    Request request() {
        return request;
    }

    @Nullable
    String reason() {
        return reason;
    }

    boolean travelToConfirm() {
        return travelToConfirm;
    }

    Instant draftedAt() {
        return draftedAt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant approvedAt() {
        return approvedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    boolean isSeenBy(@Nullable UUID onlyPartner) {
        return onlyPartner == null || partner.value().equals(onlyPartner);
    }

    /** What the host asked to be changed, and by whom of the members. */
    record Request(List<MemberId> members, String note, Instant at) {}
}
