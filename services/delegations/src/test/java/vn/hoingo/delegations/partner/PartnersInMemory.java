package vn.hoingo.delegations.partner;

import java.util.Collection;
import java.util.List;
import vn.hoingo.messaging.InMemoryAggregates;

/** Partners without a store. */
public final class PartnersInMemory extends InMemoryAggregates<Partner, PartnerId> implements Partners {

    @Override
    public List<Partner> findByIdIn(Collection<PartnerId> ids) {
        return findAll().stream().filter(partner -> ids.contains(partner.id())).toList();
    }

    @Override
    public List<Partner> findAllBy() {
        return List.copyOf(findAll());
    }
}
