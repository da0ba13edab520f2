package vn.hoingo.delegations.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.duplicate.Known;
import vn.hoingo.delegations.duplicate.Likeness;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.delegations.vault.Vault;
import vn.hoingo.delegations.vault.VaultField;
import vn.hoingo.delegations.vault.ViewLog;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;

/** Where people are registered, looked up, and forgotten. */
@Component
class PersonDesk {

    private static final int MOST_ALIKE = 50;

    private final People people;
    private final Decisions decisions;
    private final Vault vault;
    private final ViewLog views;
    private final Expected expected;
    private final MongoOperations mongo;

    PersonDesk(
            People people, Decisions decisions, Vault vault, ViewLog views, Expected expected, MongoOperations mongo) {
        this.people = people;
        this.decisions = decisions;
        this.vault = vault;
        this.views = views;
        this.expected = expected;
        this.mongo = mongo;
    }

    Person register(@Nullable PartnerId partner, Particulars particulars, Map<VaultField, String> secrets) {
        PersonId id = new PersonId(Acting.current().newId("person"));
        Person person = decisions.open(people, id, () -> Person.register(id, partner, particulars));
        secrets.forEach((field, text) -> vault.keep(id.value(), field, text));
        return person;
    }

    Person change(PersonId id, Particulars particulars, Map<VaultField, String> secrets) {
        Person person = decisions.change(people, id, known -> known.correct(particulars));
        secrets.forEach((field, text) -> vault.keep(id.value(), field, text));
        return person;
    }

    /** A machine says why it looks, and that is written down; people look in the course of their work. */
    Person see(PersonId id, Caller caller, @Nullable String purpose) {
        Person person = people.get(id);
        if (!person.isSeenBy(caller.partner())) {
            throw new Absent("Person", id.value());
        }
        if (caller.service()) {
            views.note(purpose, "person", id.value());
        }
        return person;
    }

    Map<VaultField, String> openVault(PersonId id, @Nullable String purpose) {
        people.get(id);
        views.note(purpose, "vault", id.value());
        return vault.open(id.value());
    }

    /** Erasing is deleting the key; it waits until nobody expects the person any more. */
    Person erase(PersonId id) {
        Person erased = decisions.change(people, id, person -> {
            if (expected.isExpected(id)) {
                throw new PersonRefusal(PersonRefusal.Reason.PERSON_STILL_EXPECTED);
            }
            person.erase();
        });
        vault.erase(id.value());
        return erased;
    }

    Map<UUID, Set<VaultField>> onFile(Collection<Person> shown) {
        return shown.isEmpty()
                ? new HashMap<>()
                : vault.onFile(shown.stream().map(person -> person.id().value()).toList());
    }

    Page<Person> list(Question question, Caller caller, @Nullable String purpose, Paging paging) {
        List<Criteria> all = new ArrayList<>(FoldedText.search("search", question.words()));
        UUID partner = caller.partner() == null ? question.partner() : caller.partner();
        if (partner != null) {
            all.add(Criteria.where("partner").is(partner));
        }
        if (question.category() != null) {
            all.add(Criteria.where("particulars.category").is(question.category()));
        }
        if (!question.ids().isEmpty()) {
            all.add(Criteria.where("_id").in(question.ids()));
        }
        Criteria criteria = all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
        Page<Person> page = Keyset.page(mongo, Person.class, criteria, paging, "name=sortName");
        if (caller.service()) {
            page.items()
                    .forEach(person -> views.note(purpose, "person", person.id().value()));
        }
        return page;
    }

    /** Who may be the same person, the surest first. The marks are asked for those only whose names do not speak against it. */
    List<Like> duplicates(PersonId id) {
        Person person = people.get(id);
        if (!person.isActive()) {
            return List.of();
        }
        List<Person> alike;
        try (Stream<Person> all = people.findAllBy()) {
            alike = like(person.known(Map.of()), all.filter(other -> !other.id().equals(id)), Map.of())
                    .map(Like::person)
                    .toList();
        }
        if (alike.isEmpty()) {
            return List.of();
        }
        List<UUID> owners =
                new ArrayList<>(alike.stream().map(other -> other.id().value()).toList());
        owners.add(id.value());
        Map<UUID, Map<VaultField, String>> marks = vault.marks(owners);
        return surestFirst(like(person.known(marks), alike.stream(), marks));
    }

    /** Whom we may know already under the name of somebody who is about to be registered. */
    List<Like> alike(Known described) {
        try (Stream<Person> all = people.findAllBy()) {
            return surestFirst(like(described, all, Map.of()));
        }
    }

    private static Stream<Like> like(Known one, Stream<Person> others, Map<UUID, Map<VaultField, String>> marks) {
        return others.filter(Person::isActive)
                .flatMap(other ->
                        Likeness.of(one, other.known(marks)).map(likeness -> new Like(other, likeness)).stream());
    }

    private static List<Like> surestFirst(Stream<Like> found) {
        return found.sorted(Comparator.comparing(Like::likeness))
                .limit(MOST_ALIKE)
                .toList();
    }

    /** Somebody who may be the same, and what makes one think so. */
    record Like(Person person, Likeness likeness) {}

    /** What a list of people is narrowed to. */
    record Question(
            @Nullable String words,
            @Nullable UUID partner,
            @Nullable String category,
            List<UUID> ids) {}
}
