package vn.hoingo.delegations.delegation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.document.DocumentView;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.event.Window;
import vn.hoingo.delegations.member.Flight;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.member.MemberKind;
import vn.hoingo.delegations.member.MemberState;
import vn.hoingo.delegations.member.Named;
import vn.hoingo.delegations.member.Need;
import vn.hoingo.delegations.member.Party;
import vn.hoingo.delegations.person.Particulars;
import vn.hoingo.delegations.person.Person;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.delegations.vault.VaultField;
import vn.hoingo.doors.Caller;

/** A delegation as its page shows it, with what this reader may do. */
record DelegationView(
        UUID id,
        UUID eventId,
        @Nullable EventView event,
        UUID partnerId,
        @Nullable Text partnerName,
        @Nullable String partnerLanguage,
        @Nullable String label,
        DelegationState state,
        int revision,
        @Nullable Integer quota,
        @Nullable Contact contact,
        List<String> languages,
        List<MemberView> members,
        List<MemberView> formerMembers,
        List<PartyView> parties,
        Map<String, Integer> needs,
        List<ChangeView> changes,
        @Nullable RequestView request,
        @Nullable String reason,
        List<DocumentView> documents,
        @Nullable UUID previousId,
        boolean travelToConfirm,
        Instant draftedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,
        Instant changedAt,
        List<String> may,
        long version) {

    static DelegationView of(Dossier dossier, Caller caller, Instant now) {
        Delegation delegation = dossier.delegation();
        var composition = delegation.composition();
        var partner = dossier.partner();
        var previous = delegation.previous();
        boolean named = namesAreFor(caller);
        return new DelegationView(
                delegation.id().value(),
                delegation.event().value(),
                dossier.event() == null ? null : EventView.of(dossier.event(), now),
                delegation.partner().value(),
                partner == null ? null : partner.name(),
                partner == null ? null : partner.particulars().language(),
                delegation.label(),
                delegation.state(),
                delegation.revision(),
                dossier.quota(),
                named || caller.service() ? delegation.contact() : null,
                composition.languages(),
                members(composition.members(), dossier, named),
                members(delegation.formerMembers(), dossier, named),
                composition.parties().stream().map(PartyView::of).toList(),
                composition.needs(),
                delegation.changes().stream().map(ChangeView::of).toList(),
                delegation.request() == null ? null : RequestView.of(delegation.request()),
                delegation.reason(),
                dossier.documents(),
                previous == null ? null : previous.value(),
                delegation.travelToConfirm(),
                delegation.draftedAt(),
                delegation.submittedAt(),
                delegation.approvedAt(),
                delegation.changedAt(),
                may(delegation, caller),
                delegation.version());
    }

    /** Those who work with people see who they are; machines ask for each person and say why; others see ranks and counts. */
    static boolean namesAreFor(Caller caller) {
        return caller.partner() != null
                || caller.isAnyOf("organiser", "delegation-officer", "protocol-officer", "dispatcher", "check-in");
    }

    /** Who stands at a door meets those who were approved, and has no business with anybody else's name. */
    static boolean isAtTheDoorOnly(Caller caller) {
        return caller.is("check-in")
                && !caller.isAnyOf(
                        "organiser",
                        "delegation-officer",
                        "protocol-officer",
                        "dispatcher",
                        "operations-watcher",
                        "auditor",
                        "service");
    }

    private static List<MemberView> members(List<Member> members, Dossier dossier, boolean named) {
        Delegation.Request request = dossier.delegation().request();
        return members.stream()
                .map(member -> MemberView.of(
                        member,
                        request != null && request.members().contains(member.memberId()),
                        named ? NamedView.of(member, dossier) : null))
                .toList();
    }

    private static List<String> may(Delegation delegation, Caller caller) {
        boolean host = caller.isAnyOf("organiser", "delegation-officer");
        boolean either = host || caller.partner() != null;
        DelegationState state = delegation.state();
        List<String> may = new ArrayList<>();
        add(may, either && (state.isWithPartner() || state == DelegationState.APPROVED), "edit");
        add(may, either && state.isWithPartner(), "submit");
        add(may, host && state == DelegationState.SUBMITTED, "review");
        add(may, host && state.isWithHost(), "request-changes");
        add(may, host && state.isWithHost(), "approve");
        add(may, host && (state.isWithHost() || state == DelegationState.CHANGES_REQUESTED), "reject");
        add(may, either && state == DelegationState.APPROVED, "replace-head");
        add(may, either && state == DelegationState.APPROVED, "change-members");
        add(
                may,
                host
                        && state == DelegationState.APPROVED
                        && !delegation.changes().isEmpty(),
                "decide-changes");
        add(may, either && !state.isOver(), "withdraw");
        add(may, host && state == DelegationState.APPROVED, "revoke");
        return may;
    }

    private static void add(List<String> may, boolean allowed, String act) {
        if (allowed) {
            may.add(act);
        }
    }

    record EventView(
            @Nullable Text name,
            @Nullable Window window,
            @Nullable String venue,
            @Nullable Instant closesAt,
            boolean open,
            String state) {

        static EventView of(KnownEvent event, Instant now) {
            KnownEvent.Registration registration = event.registration();
            return new EventView(
                    event.name(),
                    event.window(),
                    event.venue(),
                    registration == null ? null : registration.closesAt(),
                    event.isOpen(now),
                    event.standing().code());
        }
    }

    record MemberView(
            UUID memberId,
            UUID personId,
            MemberKind kind,
            @Nullable UUID companionOf,
            @Nullable String function,
            @Nullable Integer rank,
            MemberState state,
            List<String> languages,
            List<Need> needs,
            boolean changeAsked,
            @Nullable UUID replaces,
            @Nullable UUID replacedBy,
            @Nullable NamedView person) {

        static MemberView of(Member member, boolean changeAsked, @Nullable NamedView person) {
            return new MemberView(
                    member.memberId().value(),
                    member.person().value(),
                    member.kind(),
                    value(member.companionOf()),
                    member.function(),
                    member.rank(),
                    member.state(),
                    member.languages(),
                    member.needs(),
                    changeAsked,
                    value(member.replaces()),
                    value(member.replacedBy()),
                    person);
        }

        private static @Nullable UUID value(@Nullable MemberId id) {
            return id == null ? null : id.value();
        }
    }

    record NamedView(
            String passportName,
            @Nullable String nativeName,
            String displayName,
            @Nullable String formOfAddress,
            @Nullable String nationality,
            Set<VaultField> onFile) {

        static @Nullable NamedView of(Member member, Dossier dossier) {
            Set<VaultField> onFile =
                    dossier.onFile().getOrDefault(member.person().value(), Set.of());
            Named typed = member.typed();
            if (typed != null) {
                return new NamedView(
                        typed.passportName(),
                        typed.nativeName(),
                        typed.displayName() == null || typed.displayName().isBlank()
                                ? typed.passportName()
                                : typed.displayName(),
                        typed.formOfAddress(),
                        typed.nationality(),
                        onFile);
            }
            Person person = dossier.people().get(member.person());
            if (person == null) {
                return null;
            }
            Particulars known = person.particulars();
            return new NamedView(
                    known.passportName(),
                    known.nativeName(),
                    known.shownName(),
                    known.formOfAddress(),
                    known.nationality(),
                    onFile);
        }
    }

    record PartyView(
            UUID partyId,
            List<UUID> memberIds,
            int luggage,
            @Nullable Flight flight) {

        static PartyView of(Party party) {
            return new PartyView(
                    party.partyId(),
                    party.members().stream().map(MemberId::value).toList(),
                    party.luggage(),
                    party.flight());
        }
    }

    record ChangeView(
            UUID changeId,
            Amendment.Kind kind,
            UUID memberId,
            @Nullable UUID replaces,
            Instant at) {

        static ChangeView of(Amendment amendment) {
            return new ChangeView(
                    amendment.changeId(),
                    amendment.kind(),
                    amendment.member().value(),
                    MemberView.value(amendment.replaces()),
                    amendment.at());
        }
    }

    record RequestView(List<UUID> memberIds, String note, Instant at) {

        static RequestView of(Delegation.Request request) {
            return new RequestView(
                    request.members().stream().map(MemberId::value).toList(), request.note(), request.at());
        }
    }
}
