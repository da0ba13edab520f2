package vn.hoingo.delegations.person;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.messaging.InMemoryAggregates;

/** People without a store. */
public final class PeopleInMemory extends InMemoryAggregates<Person, PersonId> implements People {

    @Override
    public List<Person> findByIdIn(Collection<PersonId> ids) {
        return findAll().stream().filter(person -> ids.contains(person.id())).toList();
    }

    @Override
    public Stream<Person> findAllBy() {
        return List.copyOf(findAll()).stream();
    }

    @Override
    public List<Person> findByPartner(PartnerId partner) {
        return findAll().stream()
                .filter(person -> partner.equals(person.partner()))
                .toList();
    }
}
