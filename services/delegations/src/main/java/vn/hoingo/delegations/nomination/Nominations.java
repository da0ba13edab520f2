package vn.hoingo.delegations.nomination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.member.MemberKind;
import vn.hoingo.delegations.member.Named;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.person.Particulars;
import vn.hoingo.delegations.person.People;
import vn.hoingo.delegations.person.Person;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.quota.Identity;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.delegations.vault.Vault;
import vn.hoingo.delegations.vault.VaultField;
import vn.hoingo.doors.Invalid;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Ids;

/** Makes members of what was typed: finds the people who are known, notes the others, keeps secrets in the vault. */
@Component
public class Nominations {

    private final People people;
    private final Vault vault;
    private final Decisions decisions;

    Nominations(People people, Vault vault, Decisions decisions) {
        this.people = people;
        this.vault = vault;
        this.decisions = decisions;
    }

    /**
     * The members that were named; whoever cannot be made out is a bad field. Nothing is saved yet.
     *
     * @param soFar who is or was in the delegation
     */
    public List<Member> members(
            UUID delegation, PartnerId partner, List<Member> soFar, List<Nomination> nominations, String pointer) {
        List<Invalid.Field> bad = new ArrayList<>();
        Map<MemberId, Member> before =
                soFar.stream().collect(Collectors.toMap(Member::memberId, member -> member, (first, second) -> first));
        Map<MemberId, Nomination> named = new LinkedHashMap<>();
        Map<MemberId, PersonId> persons = new HashMap<>();
        for (int i = 0; i < nominations.size(); i++) {
            Nomination nomination = nominations.get(i);
            UUID given = nomination.memberId();
            MemberId id = new MemberId(given == null ? Acting.current().newId("member") : given);
            if (named.putIfAbsent(id, nomination) != null) {
                bad.add(new Invalid.Field(at(pointer, i, "memberId"), "refusal.MEMBER_TWICE"));
            }
            persons.put(id, person(delegation, id, before.get(id), nomination));
        }
        Map<PersonId, Person> known =
                people.findByIdIn(persons.values()).stream().collect(Collectors.toMap(Person::id, person -> person));
        Map<UUID, Map<VaultField, String>> marks =
                vault.marks(persons.values().stream().map(PersonId::value).toList());
        List<Member> members = new ArrayList<>();
        int i = 0;
        for (Map.Entry<MemberId, Nomination> entry : named.entrySet()) {
            PersonId person = Objects.requireNonNull(persons.get(entry.getKey()));
            member(
                            entry.getKey(),
                            person,
                            entry.getValue(),
                            before.get(entry.getKey()),
                            visible(known.get(person), partner),
                            marks.getOrDefault(person.value(), Map.of()),
                            at(pointer, i, entry.getValue().personId() == null ? "person" : "personId"),
                            bad)
                    .ifPresent(members::add);
            i++;
        }
        if (!bad.isEmpty()) {
            throw Invalid.all(bad);
        }
        return members;
    }

    private static PersonId person(UUID delegation, MemberId id, @Nullable Member before, Nomination nomination) {
        if (nomination.personId() != null) {
            return new PersonId(nomination.personId());
        }
        return before != null ? before.person() : new PersonId(Ids.from("person", delegation, id.value()));
    }

    private static @Nullable Person visible(@Nullable Person person, PartnerId partner) {
        return person != null && person.isSeenBy(partner.value()) ? person : null;
    }

    private Optional<Member> member(
            MemberId id,
            PersonId personId,
            Nomination nomination,
            @Nullable Member before,
            @Nullable Person person,
            Map<VaultField, String> marks,
            String pointer,
            List<Invalid.Field> bad) {
        Named typed = nomination.named() != null
                ? nomination.named()
                : before != null && before.person().equals(personId) ? before.typed() : null;
        boolean own = personId.equals(before == null ? null : before.person()) || nomination.personId() == null;
        if (person == null && (typed == null || !own)) {
            bad.add(new Invalid.Field(pointer, own ? "member.name-missing" : "member.unknown-person"));
            return Optional.empty();
        }
        Named called = typed == null ? called(person) : typed;
        if (FoldedText.words(called.passportName()).isEmpty()) {
            bad.add(new Invalid.Field(pointer + "/passportName", "member.name-missing"));
            return Optional.empty();
        }
        UUID with = nomination.companionOf();
        return Optional.of(Member.nominated(
                id,
                personId,
                nomination.kind(),
                with == null ? null : new MemberId(with),
                nomination.function(),
                nomination.rank(),
                nomination.languages(),
                nomination.needs(),
                typed,
                new Identity(
                        id.value(),
                        personId.value(),
                        FoldedText.key(called.passportName()),
                        called.nationality(),
                        mark(VaultField.BIRTH_DATE, nomination, marks),
                        mark(VaultField.PASSPORT_NUMBER, nomination, marks))));
    }

    private @Nullable String mark(VaultField field, Nomination nomination, Map<VaultField, String> marks) {
        String typed = nomination.secrets().get(field);
        return typed == null ? marks.get(field) : vault.mark(field, typed);
    }

    private static Named called(@Nullable Person person) {
        if (person == null) {
            return new Named("", null, null, null, null);
        }
        Particulars known = person.particulars();
        return new Named(
                known.passportName(),
                known.nativeName(),
                known.displayName(),
                known.formOfAddress(),
                known.nationality());
    }

    private static String at(String pointer, int i, String field) {
        return pointer.contains("{i}")
                ? pointer.replace("{i}", Integer.toString(i)) + "/" + field
                : pointer + "/" + field;
    }

    /** Locks away what was typed of these members, once the delegation that names them is saved. */
    public void keepSecrets(List<Member> members, List<Nomination> nominations) {
        for (int i = 0; i < members.size(); i++) {
            UUID owner = members.get(i).person().value();
            nominations.get(i).secrets().forEach((field, text) -> vault.keep(owner, field, text));
        }
    }

    /** Those who were typed become people, or are known better from now on. */
    public void register(PartnerId partner, List<Member> members) {
        Acting now = Acting.current();
        // Without the request: its If-Match is about the delegation.
        new Acting(now.actor(), now.correlation(), now.cause(), now.trace(), null).in(() -> {
            members.forEach(member -> register(partner, member));
            return members;
        });
    }

    private void register(PartnerId partner, Member member) {
        Named typed = member.typed();
        if (typed == null) {
            return;
        }
        Optional<Person> known = people.findById(member.person());
        Particulars particulars = new Particulars(
                typed.passportName().strip(),
                typed.nativeName(),
                typed.displayName(),
                typed.formOfAddress(),
                member.function(),
                member.rankOrLowest(),
                category(member.kind()),
                typed.nationality(),
                member.languages(),
                known.map(person -> person.particulars().email()).orElse(null));
        if (known.isEmpty()) {
            decisions.open(people, member.person(), () -> Person.register(member.person(), partner, particulars));
        } else if (!known.get().particulars().equals(particulars)) {
            decisions.change(people, member.person(), person -> person.change(particulars));
        }
    }

    private static String category(MemberKind kind) {
        return kind == MemberKind.COMPANION ? "companion" : "delegate";
    }
}
