package vn.hoingo.delegations.delegation;

import java.util.List;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.messaging.Aggregates;

/** All delegations. */
interface Delegations extends Aggregates<Delegation, DelegationId> {

    List<Delegation> findByEvent(EventId event);

    List<Delegation> findByEventAndPartner(EventId event, PartnerId partner);

    List<Delegation> findByMembersPerson(PersonId person);
}
