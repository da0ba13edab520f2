package vn.hoingo.delegations.quota;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.WhenDue;

/** What was held for a delegation that never came to stand, because something broke in between, goes back. */
@Component
class LapsedQuotas implements WhenDue<Quota> {

    private final Quotas quotas;
    private final Takers takers;
    private final Decisions decisions;

    LapsedQuotas(Quotas quotas, Takers takers, Decisions decisions) {
        this.quotas = quotas;
        this.takers = takers;
        this.decisions = decisions;
    }

    @Override
    public Class<Quota> aggregate() {
        return Quota.class;
    }

    @Override
    public void becameDue(UUID id, Instant now) {
        QuotaId quotaId = new QuotaId(id);
        Map<UUID, Optional<Places.Asked>> standing = quotas.get(quotaId).lapsed(now).stream()
                .collect(Collectors.toMap(Function.identity(), takers::standing));
        decisions.decide(quotas, quotaId, quota -> {
            standing.forEach((delegation, asked) -> {
                if (quota.lapsed(now).contains(delegation)) {
                    quota.giveBack(delegation);
                    asked.ifPresentOrElse(
                            stands -> quota.settle(
                                    delegation, stands.label(), stands.members().size()),
                            () -> quota.release(delegation));
                }
            });
            return true;
        });
    }
}
