package vn.hoingo.delegations.person;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.messaging.Aggregates;

/** All people. */
public interface People extends Aggregates<Person, PersonId> {

    List<Person> findByIdIn(Collection<PersonId> ids);

    List<Person> findByPartner(PartnerId partner);

    /** Everybody, one after the other; whoever asks closes it. */
    Stream<Person> findAllBy();
}
