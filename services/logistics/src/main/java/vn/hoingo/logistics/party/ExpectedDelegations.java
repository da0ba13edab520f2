package vn.hoingo.logistics.party;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;

/** Whom we expect. What was heard later stays, whatever is heard after it in another order. */
@Component
public class ExpectedDelegations {

    public static final String WITHDRAWN = "delegation-withdrawn";
    public static final String REVOKED = "delegation-revoked";

    private final LocalCopy<ExpectedDelegation> copy;

    ExpectedDelegations(LocalCopies copies) {
        this.copy = copies.of(ExpectedDelegation.class);
    }

    public void learn(DelegationApproved message, Heard heard) {
        copy.apply(message.delegationId(), heard, known -> message.expected());
    }

    public void learn(DelegationAmended message, Heard heard) {
        copy.apply(message.delegationId(), heard, known -> message.expected());
    }

    public void learn(HeadReplaced message, Heard heard) {
        copy.apply(
                message.delegationId(),
                heard,
                known -> known == null ? null : known.led(message.newRank(), message.version()));
    }

    public void learn(DelegationWithdrawn message, Heard heard) {
        gone(message.delegationId(), message.eventId(), message.partnerId(), WITHDRAWN, heard);
    }

    public void learn(DelegationRevoked message, Heard heard) {
        gone(message.delegationId(), message.eventId(), message.partnerId(), REVOKED, heard);
    }

    private void gone(UUID delegation, UUID event, UUID partner, String reason, Heard heard) {
        copy.apply(
                delegation,
                heard,
                known -> known == null
                        ? new ExpectedDelegation(delegation, event, partner, 0, 10, List.of(), List.of(), reason)
                        : known.gone(reason));
    }

    public Optional<ExpectedDelegation> find(UUID delegation) {
        return copy.find(delegation);
    }
}
