package vn.hoingo.delegations.delegation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.delegation.DelegationRefusal.Reason;
import vn.hoingo.delegations.delegation.Listed.Outcome;
import vn.hoingo.delegations.delegation.Listed.Verdict;
import vn.hoingo.delegations.delegation.ListedDelegations.Asked;
import vn.hoingo.delegations.duplicate.Known;
import vn.hoingo.delegations.duplicate.Likeness;
import vn.hoingo.delegations.member.Gap;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.nomination.ListedMember;
import vn.hoingo.delegations.nomination.Nomination;
import vn.hoingo.delegations.nomination.Nominations;
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
import vn.hoingo.doors.Invalid;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Ids;
import vn.hoingo.messaging.Refusal;

/**
 * Says of every row of a list what would become of it, and of all of them together; nothing is saved. Rows and lists have ids of their
 * own, so that a second look knows again what was written after the first.
 */
@Component
class LookingAtLists {

    /** As many as one save of a registration takes. */
    private static final int MOST_MEMBERS = 200;

    private final Delegations delegations;
    private final Registrations registrations;
    private final Nominations nominations;
    private final Places places;
    private final People people;
    private final Vault vault;
    private final Findings findings;

    LookingAtLists(
            Delegations delegations,
            Registrations registrations,
            Nominations nominations,
            Places places,
            People people,
            Vault vault,
            Findings findings) {
        this.delegations = delegations;
        this.registrations = registrations;
        this.nominations = nominations;
        this.places = places;
        this.people = people;
        this.vault = vault;
        this.findings = findings;
    }

    /**
     * What one look saw.
     *
     * @param live the delegation that takes the rows; empty when there is none yet
     * @param taken the rows that would be taken
     * @param nominations all members that the delegation would have then
     */
    record Look(
            Optional<Delegation> live,
            Map<Integer, Nomination> taken,
            List<Nomination> nominations,
            Map<Integer, Verdict> verdicts) {}

    Look at(Asked asked) {
        Optional<Delegation> live = delegations.findByEventAndPartner(asked.event(), asked.partner()).stream()
                .filter(each -> !each.state().isOver() && Objects.equals(each.label(), asked.label()))
                .findFirst();
        Delegation target = live.orElseGet(() -> Delegation.draft(
                new DelegationId(asked.own()), asked.event(), asked.partner(), asked.label(), null, Instant.EPOCH));
        return new Evaluation(asked, live, target).look();
    }

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
                    .filter(Person::isActive)
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
                verdicts.put(member.row(), Verdict.of(outcome, id.value(), person.value(), null));
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
                        Verdict.of(
                                Outcome.ALREADY_THERE,
                                there.get().memberId().value(),
                                there.get().person().value(),
                                reason(there.get().identity(), identity)));
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
                    .min(Comparator.comparing(Like::likeness));
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
                    taken.put(member.row(), nomination.with(other.get()));
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
                    all.add(Nomination.of(member));
                });
                taken.forEach((row, nomination) -> {
                    rows.add(row);
                    all.add(nomination);
                });
                int before = taken.size();
                try {
                    List<Member> members = nominations.members(
                            target.id().value(), target.partner(), target.allMembers(), all, "/members/{i}");
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
