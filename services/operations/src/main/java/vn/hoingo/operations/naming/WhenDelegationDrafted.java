package vn.hoingo.operations.naming;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** A delegation is called by its partner, and by its label where a partner sends several. */
@Component
class WhenDelegationDrafted {

    private final LocalCopy<KnownName> known;

    WhenDelegationDrafted(LocalCopies copies) {
        this.known = copies.of(KnownName.class);
    }

    @OnMessage(value = "delegations.delegation", feeds = KnownName.class)
    void name(DelegationDrafted message, Heard heard) {
        known.apply(
                message.delegationId(),
                heard,
                before -> KnownName.ofDelegation(message.delegationId(), message.partnerId(), message.label()));
    }

    @Contract("delegations.delegation-drafted.v1")
    record DelegationDrafted(
            UUID delegationId, UUID partnerId, @Nullable String label) {}
}
