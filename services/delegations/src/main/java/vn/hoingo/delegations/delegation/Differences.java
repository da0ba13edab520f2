package vn.hoingo.delegations.delegation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.member.Composition;
import vn.hoingo.delegations.member.Flight;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.member.Named;
import vn.hoingo.delegations.member.Party;
import vn.hoingo.delegations.person.People;
import vn.hoingo.delegations.person.Person;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.doors.Coded;

/**
 * What is other than when the host last decided: who came in, who left or gave a place to somebody else, and what changed of those
 * who stayed. A change that waits for a decision of its own is not told here.
 */
@Component
class Differences {

    private final People people;

    Differences(People people) {
        this.people = people;
    }

    View of(Delegation delegation) {
        Reviewed last = delegation.reviewed().orElse(null);
        if (last == null || delegation.state().isOver()) {
            return new View(null, List.of(), false);
        }
        Composition before = last.composition();
        Composition now = new Composition(
                delegation.state() == DelegationState.APPROVED
                        ? delegation.standing()
                        : delegation.composition().members(),
                delegation.composition().parties(),
                delegation.composition().languages());
        Map<PersonId, String> names = names(before, now);
        List<OfMember> members = new ArrayList<>();
        for (Member member : now.members()) {
            Member was = before.member(member.memberId()).orElse(null);
            MemberId leaving = member.replaces();
            if (was != null) {
                List<Field> fields = fields(was, before, member, now);
                if (!fields.isEmpty()) {
                    members.add(OfMember.of(Kind.CHANGED, member, names, null, fields));
                }
            } else {
                Member inPlaceOf =
                        leaving == null ? null : before.member(leaving).orElse(null);
                members.add(OfMember.of(
                        inPlaceOf == null ? Kind.ADDED : Kind.REPLACED, member, names, inPlaceOf, List.of()));
            }
        }
        before.members().stream()
                .filter(was -> now.member(was.memberId()).isEmpty()
                        && now.members().stream()
                                .noneMatch(member -> was.memberId().equals(member.replaces())))
                .forEach(was -> members.add(OfMember.of(Kind.LEFT, was, names, null, List.of())));
        return new View(last.at(), members, !before.languages().equals(now.languages()));
    }

    private Map<PersonId, String> names(Composition before, Composition now) {
        List<PersonId> ids = Stream.concat(before.members().stream(), now.members().stream())
                .map(Member::person)
                .distinct()
                .toList();
        return people.findByIdIn(ids).stream()
                .filter(Person::isActive)
                .collect(Collectors.toMap(
                        Person::id, person -> person.particulars().shownName()));
    }

    private static List<Field> fields(Member was, Composition before, Member is, Composition now) {
        List<Field> fields = new ArrayList<>();
        Field.add(fields, "kind", was.kind().code(), is.kind().code());
        Field.add(fields, "function", was.function(), is.function());
        Field.add(fields, "rank", text(was.rank()), text(is.rank()));
        Field.add(
                fields,
                "nationality",
                was.identity().nationality(),
                is.identity().nationality());
        Field.addUntold(fields, "name", was.identity().words(), is.identity().words());
        Field.addUntold(
                fields, "birth-date", was.identity().birth(), is.identity().birth());
        Field.addUntold(
                fields,
                "passport-number",
                was.identity().passport(),
                is.identity().passport());
        Field.addUntold(fields, "companion-of", was.companionOf(), is.companionOf());
        Field.addUntold(fields, "languages", was.languages(), is.languages());
        Field.addUntold(fields, "needs", was.needs(), is.needs());
        Field.addUntold(fields, "travel", flight(was, before), flight(is, now));
        return fields;
    }

    private static @Nullable String text(@Nullable Integer rank) {
        return rank == null ? null : rank.toString();
    }

    private static @Nullable Flight flight(Member member, Composition composition) {
        return composition.parties().stream()
                .filter(party -> party.members().contains(member.memberId()))
                .findFirst()
                .map(Party::flight)
                .orElse(null);
    }

    /**
     * The differences, member by member.
     *
     * @param since when the host last decided; null when it never did
     * @param languages whether the delegation speaks other languages
     */
    record View(@Nullable Instant since, List<OfMember> members, boolean languages) {}

    /** @param inPlaceOf who gave the place */
    record OfMember(
            UUID memberId,
            Kind kind,
            @Nullable String name,
            @Nullable String inPlaceOf,
            List<Field> fields) {

        static OfMember of(
                Kind kind, Member member, Map<PersonId, String> names, @Nullable Member inPlaceOf, List<Field> fields) {
            Named typed = member.typed();
            return new OfMember(
                    member.memberId().value(),
                    kind,
                    typed == null ? names.get(member.person()) : typed.passportName(),
                    inPlaceOf == null ? null : names.get(inPlaceOf.person()),
                    fields);
        }
    }

    /** @param before what was there; null when nothing was, or when it is not for a list */
    record Field(String field, @Nullable String before) {

        private static void add(List<Field> fields, String field, @Nullable String before, @Nullable String now) {
            if (!Objects.equals(before, now)) {
                fields.add(new Field(field, before));
            }
        }

        private static void addUntold(List<Field> fields, String field, @Nullable Object before, @Nullable Object now) {
            if (!Objects.equals(before, now)) {
                fields.add(new Field(field, null));
            }
        }
    }

    enum Kind implements Coded {
        ADDED,
        REPLACED,
        LEFT,
        CHANGED
    }
}
