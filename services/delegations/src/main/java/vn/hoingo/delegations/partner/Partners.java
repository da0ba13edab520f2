package vn.hoingo.delegations.partner;

import java.util.Collection;
import java.util.List;
import vn.hoingo.messaging.Aggregates;

/** All partners. */
public interface Partners extends Aggregates<Partner, PartnerId> {

    List<Partner> findByIdIn(Collection<PartnerId> ids);

    List<Partner> findAllBy();
}
