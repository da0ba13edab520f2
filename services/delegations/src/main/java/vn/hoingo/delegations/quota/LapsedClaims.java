package vn.hoingo.delegations.quota;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.WhenDue;

/** Whoever was held for a delegation that never came to stand is free again. */
@Component
class LapsedClaims implements WhenDue<Claim> {

    private final Claims claims;
    private final Takers takers;
    private final Decisions decisions;

    LapsedClaims(Claims claims, Takers takers, Decisions decisions) {
        this.claims = claims;
        this.takers = takers;
        this.decisions = decisions;
    }

    @Override
    public Class<Claim> aggregate() {
        return Claim.class;
    }

    @Override
    public void becameDue(UUID id, Instant now) {
        ClaimId claimId = new ClaimId(id);
        Map<UUID, List<Identity>> standing = new HashMap<>();
        claims.get(claimId)
                .lapsed(now)
                .forEach(delegation -> standing.put(
                        delegation,
                        takers.standing(delegation)
                                .map(asked -> Places.byClaim(asked).getOrDefault(claimId, List.of()))
                                .orElse(List.of())));
        decisions.decide(claims, claimId, claim -> {
            standing.forEach((delegation, identities) -> {
                if (claim.lapsed(now).contains(delegation)) {
                    claim.settle(delegation, identities);
                    claim.giveBack(delegation);
                }
            });
            return true;
        });
    }
}
