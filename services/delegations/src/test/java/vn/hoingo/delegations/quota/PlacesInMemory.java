package vn.hoingo.delegations.quota;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.InMemoryAggregates;

/** The arbiters without a store. */
public final class PlacesInMemory {

    private PlacesInMemory() {}

    public static Places places(Clock clock) {
        return new Places(new QuotasInMemory(), new ClaimsInMemory(), new Decisions(), clock, Duration.ofMinutes(10));
    }

    static final class QuotasInMemory extends InMemoryAggregates<Quota, QuotaId> implements Quotas {}

    static final class ClaimsInMemory extends InMemoryAggregates<Claim, ClaimId> implements Claims {

        @Override
        public List<Claim> heldBy(UUID delegation) {
            return findAll().stream()
                    .filter(claim -> claim.isHeldBy(delegation))
                    .toList();
        }
    }
}
