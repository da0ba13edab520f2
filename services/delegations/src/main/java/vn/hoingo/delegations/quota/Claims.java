package vn.hoingo.delegations.quota;

import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.repository.Query;
import vn.hoingo.messaging.Aggregates;

/** All claims to be somebody at an event. */
interface Claims extends Aggregates<Claim, ClaimId> {

    @Query("{ 'holders.delegation': ?0 }")
    List<Claim> heldBy(UUID delegation);
}
