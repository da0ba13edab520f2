package vn.hoingo.delegations.delegation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.delegation.DelegationRefusal.Reason;
import vn.hoingo.delegations.delegation.Listed.Outcome;
import vn.hoingo.delegations.delegation.Listed.Verdict;
import vn.hoingo.delegations.duplicate.Known;
import vn.hoingo.delegations.duplicate.Likeness;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.member.Gap;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.member.MemberState;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.person.Particulars;
import vn.hoingo.delegations.person.People;
import vn.hoingo.delegations.person.Person;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.quota.Identity;
import vn.hoingo.delegations.quota.Places;
import vn.hoingo.delegations.text.Finding;
import vn.hoingo.delegations.text.Findings;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.delegations.vault.Vault;
import vn.hoingo.delegations.vault.VaultField;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Ids;
import vn.hoingo.messaging.Refusal;
import vn.hoingo.messaging.StaleEdit;

/**
 * Takes the members of a list into delegations, by the same desk as if somebody typed them: looks first and says of every row what
 * would become of it, then does it, and takes it back as long as nobody built on it. Rows and lists have ids of their own, so that doing
 * it again after a crash is doing it once.
 */
@Component
public class ListedDelegations {

    /** As many as one save of a registration takes. */
    private static final int MOST_MEMBERS = 200;

    private static final int TRIES = 5;

    private final Delegations delegations;
    private final DelegationDesk desk;
    private final SubmittingDelegations submitting;
    private final Registrations registrations;
    private final Nominations nominations;
    private final Places places;
    private final People people;
    private final Vault vault;
    private final Findings findings;

    ListedDelegations(
            Delegations delegations,
            DelegationDesk desk,
            SubmittingDelegations submitting,
            Registrations registrations,
            Nominations nominations,
            Places places,
            People people,
            Vault vault,
            Findings findings) {
        this.delegations = delegations;
        this.desk = desk;
        this.submitting = submitting;
        this.registrations = registrations;
        this.nominations = nominations;
        this.places = places;
        this.people = people;
        this.vault = vault;
        this.findings = findings;
    }

    /**
     * The rows that one list has for one delegation.
     *
     * @param list which list
     */
    public record Asked(
            UUID list,
            EventId event,
            PartnerId partner,
            @Nullable String label,
            List<ListedMember> members,
            Caller caller) {}

    /** What is wrong with the fields of a member, each at the path where it was typed. */
    public List<Finding> wrong(ListedMember member) {
        return findings.in(member.typed());
    }

    /** What would become of these rows now; nothing is saved. */
    public Listed look(Asked asked) {
        Look look = evaluate(asked);
        return new Listed(
                look.live().map(live -> live.id().value()).orElse(null),
                look.live().isEmpty() && !look.taken().isEmpty(),
                0,
                false,
                List.of(),
                look.verdicts());
    }

    public Listed register(Asked asked, boolean submit, @Nullable String late) {
        for (int tries = 1; ; tries++) {
            try {
                return submitted(written(asked), submit, late, asked.caller());
            } catch (StaleEdit overtaken) {
                if (tries == TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    private Listed written(Asked asked) {
        Look look = evaluate(asked);
        UUID own = begun(asked);
        Delegation now = look.live().orElse(null);
        if (!look.taken().isEmpty()) {
            try {
                Delegation before = now != null
                        ? now
                        : acting(asked, null)
                                .in(() -> desk.draft(asked.event(), asked.partner(), asked.label(), asked.caller()));
                DelegationDesk.Saved all = new DelegationDesk.Saved(null, null, look.nominations(), null);
                now = acting(asked, before.version()).in(() -> desk.save(before.id(), all, asked.caller()));
            } catch (Refusal refused) {
                return refused(look, findings.of("", refused));
            } catch (Invalid refused) {
                return refused(look, findings.of("", refused.fields().getFirst()));
            }
        }
        if (now == null) {
            return new Listed(null, false, 0, false, List.of(), look.verdicts());
        }
        Delegation left = now;
        Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
        look.verdicts().forEach((row, verdict) -> verdicts.put(row, verdict.traced(trace(left, verdict.member()))));
        return new Listed(left.id().value(), left.id().value().equals(own), left.version(), false, List.of(), verdicts);
    }

    private static Listed refused(Look look, Finding why) {
        Map<Integer, Verdict> verdicts = new LinkedHashMap<>(look.verdicts());
        look.taken().keySet().forEach(row -> verdicts.put(row, Verdict.wrong(why)));
        return new Listed(null, false, 0, false, List.of(), verdicts);
    }

    /** Only a delegation of which every row was taken is sent; whatever is missing in it is said, and it stays a draft. */
    private Listed submitted(Listed written, boolean submit, @Nullable String late, Caller caller) {
        UUID delegation = written.delegation();
        boolean ours = written.verdicts().values().stream()
                .anyMatch(verdict -> verdict.outcome().isTaken());
        if (!submit || delegation == null || !ours) {
            return written;
        }
        DelegationId id = new DelegationId(delegation);
        List<Finding> why = new ArrayList<>();
        boolean whole = written.verdicts().values().stream().noneMatch(verdict -> verdict.outcome() == Outcome.WRONG);
        if (!whole) {
            why.add(findings.of("", "import.rows-missing"));
        } else if (delegations.get(id).state().isWithPartner()) {
            try {
                submitting.submit(id, late, caller);
            } catch (Refusal refused) {
                why.add(findings.of("", refused));
            } catch (Invalid gaps) {
                gaps.fields().forEach(gap -> why.add(findings.of(gap.pointer(), gap)));
            }
        }
        Delegation left = delegations.get(id);
        Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
        written.verdicts().forEach((row, verdict) -> verdicts.put(row, verdict.traced(trace(left, verdict.member()))));
        return new Listed(
                delegation, written.begun(), left.version(), !left.state().isWithPartner(), List.copyOf(why), verdicts);
    }

    /** Who acts, for a draft that is the same one at a repeat, or for an edit of what was seen. */
    private static Acting acting(Asked asked, @Nullable Long seen) {
        Acting now = Acting.current();
        String key = seen == null ? asked.list() + "/" + asked.partner().value() + "/" + asked.label() : null;
        return new Acting(
                asked.caller().account(),
                now.correlation(),
                now.cause(),
                now.trace(),
                new Acting.Request("bulk import", key, "", seen));
    }

    /** The delegation that this list begins where there is none. */
    private static UUID begun(Asked asked) {
        return acting(asked, null).newId("delegation");
    }

    private Look evaluate(Asked asked) {
        Optional<Delegation> live = delegations.findByEventAndPartner(asked.event(), asked.partner()).stream()
                .filter(each -> !each.state().isOver() && Objects.equals(each.label(), asked.label()))
                .findFirst();
        Delegation target = live.orElseGet(() -> Delegation.draft(
                new DelegationId(begun(asked)),
                asked.event(),
                asked.partner(),
                asked.label(),
                null,
                java.time.Instant.EPOCH));
        return new Evaluation(asked, live, target).look();
    }

    /** The state is left out: it changes by itself when the host acts, which the version shows. */
    private static @Nullable String trace(Delegation delegation, @Nullable UUID member) {
        return member == null
                ? null
                : delegation
                        .composition()
                        .member(new MemberId(member))
                        .map(each -> Ids.digest(each.in(MemberState.NOMINATED)
                                .toString()
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .orElse(null);
    }

    /**
     * Takes back what a list wrote: a delegation that it began and that nobody touched since is withdrawn; from any other its
     * members leave as long as it can be edited. What somebody changed since stays.
     *
     * @param written what the list wrote, from {@link #register}
     */
    public TakenBack takeBack(Listed written, Caller caller) {
        UUID id = written.delegation();
        if (id == null) {
            return new TakenBack(Map.of(), Set.of());
        }
        for (int tries = 1; ; tries++) {
            try {
                return takeBack(new DelegationId(id), written, caller);
            } catch (StaleEdit overtaken) {
                if (tries == TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    private TakenBack takeBack(DelegationId id, Listed written, Caller caller) {
        Delegation delegation = delegations.get(id);
        Map<Integer, Verdict> ours = new LinkedHashMap<>();
        written.verdicts().forEach((row, verdict) -> {
            if (verdict.outcome().isTaken()) {
                ours.put(row, verdict);
            }
        });
        if (delegation.state() == DelegationState.WITHDRAWN) {
            return new TakenBack(Map.of(), ours.keySet());
        }
        if (written.begun() && delegation.version() == written.version()) {
            Acting by = acting(caller, delegation.version());
            by.in(() -> desk.withdraw(id, null, caller));
            forgetTheUnregistered(ours.values());
            return new TakenBack(Map.of(), ours.keySet());
        }
        if (!delegation.state().isWithPartner()) {
            Finding why = findings.of("", new DelegationRefusal(Reason.NOT_EDITABLE, delegation.state()));
            return new TakenBack(ours.keySet().stream().collect(Collectors.toMap(row -> row, row -> why)), Set.of());
        }
        Map<Integer, Finding> stays = new LinkedHashMap<>();
        Set<MemberId> leaving = new LinkedHashSet<>();
        ours.forEach((row, verdict) -> {
            UUID member = Objects.requireNonNull(verdict.member());
            String left = trace(delegation, member);
            if (left != null && !left.equals(verdict.trace())) {
                stays.put(row, findings.of("", "import.changed-since"));
            } else if (left != null) {
                leaving.add(new MemberId(member));
            }
        });
        delegation.composition().members().forEach(member -> {
            if (member.companionOf() != null
                    && leaving.contains(member.companionOf())
                    && !leaving.contains(member.memberId())) {
                leaving.remove(member.companionOf());
            }
        });
        ours.forEach((row, verdict) -> {
            MemberId member = new MemberId(Objects.requireNonNull(verdict.member()));
            if (delegation.composition().member(member).isPresent()
                    && !leaving.contains(member)
                    && !stays.containsKey(row)) {
                stays.put(row, findings.of("", "import.companion-stays"));
            }
        });
        if (!leaving.isEmpty()) {
            List<Nomination> rest = delegation.composition().members().stream()
                    .filter(member -> !leaving.contains(member.memberId()))
                    .map(ListedDelegations::again)
                    .toList();
            DelegationDesk.Saved all = new DelegationDesk.Saved(
                    null,
                    null,
                    rest,
                    vn.hoingo.delegations.member.Composition.without(
                            delegation.composition().parties(), leaving));
            acting(caller, delegation.version()).in(() -> desk.save(id, all, caller));
        }
        Map<Integer, Verdict> gone = new LinkedHashMap<>(ours);
        gone.keySet().removeAll(stays.keySet());
        forgetTheUnregistered(gone.values());
        return new TakenBack(stays, gone.keySet());
    }

    private static Acting acting(Caller caller, long seen) {
        Acting now = Acting.current();
        return new Acting(
                caller.account(),
                now.correlation(),
                now.cause(),
                now.trace(),
                new Acting.Request("bulk import", null, "", seen));
    }

    /** The secrets of people who were only ever named in a draft go with their members. */
    private void forgetTheUnregistered(Iterable<Verdict> gone) {
        for (Verdict verdict : gone) {
            UUID person = verdict.person();
            if (verdict.outcome() == Outcome.NEW
                    && person != null
                    && people.findById(new PersonId(person)).isEmpty()) {
                vault.erase(person);
            }
        }
    }

    private static Nomination again(Member member) {
        MemberId with = member.companionOf();
        return new Nomination(
                member.memberId().value(),
                null,
                member.kind(),
                with == null ? null : with.value(),
                member.function(),
                member.rank(),
                member.languages(),
                member.needs(),
                null,
                Map.of());
    }

    /**
     * What was taken back.
     *
     * @param stays the rows whose members stay, and why
     * @param gone the rows of which nothing is left
     */
    public record TakenBack(Map<Integer, Finding> stays, Set<Integer> gone) {}

    private record Look(
            Optional<Delegation> live,
            Map<Integer, Nomination> taken,
            List<Nomination> nominations,
            Map<Integer, Verdict> verdicts) {}

    /** One look at one delegation: each row in turn, then all of them together. */
    private final class Evaluation {

        private final Asked asked;
        private final Optional<Delegation> live;
        private final Delegation target;
        private final List<Member> present;
        private final List<Person> known;
        private final Map<UUID, Map<VaultField, String>> marks;
        private final Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
        private final Map<Integer, Nomination> taken = new LinkedHashMap<>();
        private final Map<Integer, Identity> identities = new LinkedHashMap<>();

        Evaluation(Asked asked, Optional<Delegation> live, Delegation target) {
            this.asked = asked;
            this.live = live;
            this.target = target;
            this.present = target.composition().members();
            this.known = people.findByPartner(asked.partner()).stream()
                    .filter(person -> person.isActive())
                    .toList();
            this.marks = known.isEmpty()
                    ? Map.of()
                    : vault.marks(
                            known.stream().map(person -> person.id().value()).toList());
        }

        Look look() {
            Optional<Finding> closed = closed();
            asked.members().forEach(member -> {
                verdicts.put(member.row(), Verdict.wrong()); // keeps the order of the list
                one(member, closed);
            });
            companions();
            within();
            List<Nomination> all = together();
            return new Look(live, taken, all, verdicts);
        }

        /** Why nobody can be added to this delegation now, if so. */
        private Optional<Finding> closed() {
            try {
                registrations.refuseUnlessDraftable(asked.event(), asked.caller());
            } catch (Refusal refused) {
                return Optional.of(findings.of("", refused));
            } catch (Absent unknown) {
                return Optional.of(findings.of("", "delegation.unknown-event"));
            }
            return live.filter(delegation -> !delegation.state().isWithPartner())
                    .map(delegation -> findings.of("", new DelegationRefusal(Reason.NOT_EDITABLE, delegation.state())));
        }

        private void one(ListedMember member, Optional<Finding> closed) {
            MemberId id = new MemberId(Ids.from("import-member", asked.list(), member.row()));
            PersonId own = new PersonId(Ids.from("person", target.id().value(), id.value()));
            Optional<Member> written = target.composition().member(id);
            if (written.isPresent()) {
                PersonId person = written.get().person();
                Outcome outcome = person.equals(own) ? Outcome.NEW : Outcome.KNOWN;
                verdicts.put(
                        member.row(),
                        new Verdict(outcome, id.value(), person.value(), null, List.of(), List.of(), null, null, null));
                return;
            }
            Nomination typed = member.typed().nomination();
            Identity identity = identity(id, own, typed, Map.of());
            Optional<Member> there = present.stream()
                    .filter(other -> other.identity().mayBeSameAs(identity))
                    .findFirst();
            if (there.isPresent()) {
                verdicts.put(
                        member.row(),
                        new Verdict(
                                Outcome.ALREADY_THERE,
                                there.get().memberId().value(),
                                there.get().person().value(),
                                reason(there.get().identity(), identity),
                                List.of(),
                                List.of(),
                                null,
                                null,
                                null));
                return;
            }
            if (closed.isPresent()) {
                verdicts.put(member.row(), Verdict.wrong(closed.get()));
                return;
            }
            for (Map.Entry<Integer, Identity> other : identities.entrySet()) {
                if (other.getValue().mayBeSameAs(identity)) {
                    verdicts.put(
                            member.row(),
                            Verdict.wrong(findings.of("passport-name", "import.same-as-row", other.getKey())));
                    return;
                }
            }
            take(member, id, own, typed, identity);
        }

        private void take(ListedMember member, MemberId id, PersonId own, Nomination typed, Identity identity) {
            @Nullable Person same = null;
            @Nullable String because = null;
            for (Person person : known) {
                Identity theirs = identity(person);
                if (theirs.mayBeSameAs(identity)) {
                    same = person;
                    because = reason(theirs, identity);
                    break;
                }
            }
            PersonId person = same == null ? own : same.id();
            Map<VaultField, String> onFile = marks.getOrDefault(person.value(), Map.of());
            Identity claimed = identity(id, person, typed, onFile);
            if (places.isHeldElsewhere(asked.event().value(), target.id().value(), claimed)) {
                verdicts.put(
                        member.row(), Verdict.wrong(findings.of("passport-name", "refusal.PERSON_ALREADY_REGISTERED")));
                return;
            }
            identities.put(member.row(), claimed);
            Map<VaultField, String> fresh = new LinkedHashMap<>(typed.secrets());
            fresh.keySet().removeAll(onFile.keySet());
            taken.put(
                    member.row(),
                    new Nomination(
                            id.value(),
                            same == null ? null : person.value(),
                            typed.kind(),
                            null,
                            typed.function(),
                            typed.rank(),
                            typed.languages(),
                            typed.needs(),
                            same == null ? typed.named() : null,
                            same == null ? typed.secrets() : fresh));
            Optional<Like> like = same == null ? like(member, claimed) : Optional.empty();
            verdicts.put(
                    member.row(),
                    new Verdict(
                            same == null ? Outcome.NEW : Outcome.KNOWN,
                            id.value(),
                            person.value(),
                            because,
                            same == null ? List.of() : differs(same.particulars(), member),
                            List.of(),
                            like.map(each -> each.person().id().value()).orElse(null),
                            like.map(Like::likeness).orElse(null),
                            null));
        }

        private record Like(Person person, Likeness likeness) {}

        /** Whom one would not take for this one by the letters, and who may still be the same. */
        private Optional<Like> like(ListedMember member, Identity claimed) {
            Known named = new Known(
                    member.passportName(),
                    member.nativeName(),
                    member.nationality(),
                    claimed.birth(),
                    claimed.passport());
            return known.stream()
                    .flatMap(person ->
                            Likeness.of(named, person.known(marks))
                                    .map(likeness -> new Like(person, likeness))
                                    .stream())
                    .min(java.util.Comparator.comparing(Like::likeness));
        }

        private Identity identity(MemberId id, PersonId person, Nomination typed, Map<VaultField, String> onFile) {
            return new Identity(
                    id.value(),
                    person.value(),
                    FoldedText.key(Objects.requireNonNull(typed.named()).passportName()),
                    typed.named().nationality(),
                    mark(VaultField.BIRTH_DATE, typed, onFile),
                    mark(VaultField.PASSPORT_NUMBER, typed, onFile));
        }

        private @Nullable String mark(VaultField field, Nomination typed, Map<VaultField, String> onFile) {
            String said = typed.secrets().get(field);
            return said == null ? onFile.get(field) : vault.mark(field, said);
        }

        private Identity identity(Person person) {
            Map<VaultField, String> theirs = marks.getOrDefault(person.id().value(), Map.of());
            return new Identity(
                    person.id().value(),
                    person.id().value(),
                    FoldedText.key(person.particulars().passportName()),
                    person.particulars().nationality(),
                    theirs.get(VaultField.BIRTH_DATE),
                    theirs.get(VaultField.PASSPORT_NUMBER));
        }

        private static String reason(Identity known, Identity named) {
            if (known.passport() != null && known.passport().equals(named.passport())) {
                return "passport-number";
            }
            if (known.birth() != null && known.birth().equals(named.birth())) {
                return "birth-date";
            }
            return known.nationality() != null && known.nationality().equals(named.nationality())
                    ? "nationality"
                    : "name";
        }

        private static List<String> differs(Particulars known, ListedMember member) {
            List<String> differs = new ArrayList<>();
            other(differs, "passport-name", known.passportName(), member.passportName());
            other(differs, "native-name", known.nativeName(), member.nativeName());
            other(differs, "display-name", known.displayName(), member.displayName());
            other(differs, "form-of-address", known.formOfAddress(), member.formOfAddress());
            other(differs, "function", known.function(), member.function());
            other(differs, "nationality", known.nationality(), member.nationality());
            if (member.rank() != null && member.rank() != known.rank()) {
                differs.add("rank");
            }
            return differs;
        }

        private static void other(List<String> differs, String field, @Nullable String known, @Nullable String said) {
            if (said != null && !said.equals(known)) {
                differs.add(field);
            }
        }

        private void drop(int row, Finding why) {
            taken.remove(row);
            identities.remove(row);
            verdicts.put(row, Verdict.wrong(why));
        }

        /** A companion is named by the one they come with, in this list or in the delegation already. */
        private void companions() {
            for (ListedMember member : asked.members()) {
                Nomination nomination = taken.get(member.row());
                String with = member.companionOf();
                if (nomination == null || with == null) {
                    continue;
                }
                Optional<UUID> other = called(with);
                if (other.isEmpty()) {
                    drop(member.row(), findings.of("companion-of", "import.companion-unknown"));
                } else {
                    taken.put(
                            member.row(),
                            new Nomination(
                                    nomination.memberId(),
                                    nomination.personId(),
                                    nomination.kind(),
                                    other.get(),
                                    nomination.function(),
                                    nomination.rank(),
                                    nomination.languages(),
                                    nomination.needs(),
                                    nomination.named(),
                                    nomination.secrets()));
                }
            }
        }

        private Optional<UUID> called(String name) {
            String key = FoldedText.key(name);
            for (Map.Entry<Integer, Identity> each : identities.entrySet()) {
                if (each.getValue().words().equals(key)) {
                    return Optional.of(each.getValue().member());
                }
            }
            return present.stream()
                    .filter(member -> member.identity().words().equals(key))
                    .map(member -> member.memberId().value())
                    .findFirst();
        }

        /** The last rows go when there are more than the partner may send. */
        private void within() {
            int allowed = taken.isEmpty() ? 0 : allowed();
            int wanted = present.size() + taken.size();
            for (int row : List.copyOf(taken.keySet()).reversed()) {
                if (present.size() + taken.size() > Math.min(allowed, MOST_MEMBERS)) {
                    drop(row, findings.of("", "refusal.OVER_QUOTA", Math.min(allowed, MOST_MEMBERS), wanted));
                }
            }
        }

        private int allowed() {
            return places.allowed(asked.event().value(), asked.partner().value(), registrations.allowed(asked.event()));
        }

        /** The composition says what cannot be; whoever makes it so is out, until nothing contradicts. */
        private List<Nomination> together() {
            while (true) {
                List<Integer> rows = new ArrayList<>();
                List<Nomination> all = new ArrayList<>();
                present.forEach(member -> {
                    rows.add(-1);
                    all.add(again(member));
                });
                taken.forEach((row, nomination) -> {
                    rows.add(row);
                    all.add(nomination);
                });
                int before = taken.size();
                try {
                    List<Member> members = nominations.members(target, all, "/members/{i}");
                    for (Gap gap :
                            target.with(new Parts(null, null, members, null)).contradictions()) {
                        out(rows, gap.pointer(), "refusal." + gap.reason(), gap.values());
                    }
                } catch (Invalid bad) {
                    bad.fields().forEach(field -> out(rows, field.pointer(), field.key(), field.values()));
                }
                if (taken.size() == before) {
                    return all;
                }
            }
        }

        private void out(List<Integer> rows, String pointer, String key, List<Object> values) {
            String[] steps = pointer.split("/");
            int place = steps.length > 2 && steps[2].matches("\\d{1,4}") ? Integer.parseInt(steps[2]) : -1;
            int row = place >= 0 && place < rows.size() ? rows.get(place) : -1;
            if (row >= 0 && taken.containsKey(row)) {
                drop(row, findings.of(steps[steps.length - 1], key, values.toArray()));
            }
        }
    }
}
