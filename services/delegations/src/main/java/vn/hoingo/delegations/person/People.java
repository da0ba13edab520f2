package vn.hoingo.delegations.person;

import java.util.Collection;
import java.util.List;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.messaging.Aggregates;

/** All people. */
public interface People extends Aggregates<Person, PersonId> {

    List<Person> findByIdIn(Collection<PersonId> ids);

    List<Person> findByPartner(PartnerId partner);
}
