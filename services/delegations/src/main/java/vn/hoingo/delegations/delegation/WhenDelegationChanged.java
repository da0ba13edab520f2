package vn.hoingo.delegations.delegation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.event.KnownEvents;
import vn.hoingo.delegations.quota.Places;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/**
 * Whatever happened to a delegation, its places and its people at the arbiters are what it stands with now: this completes what a
 * crash broke off, and takes back what an ended delegation held. It looks at the delegation as it is, so that hearing twice or late is no
 * different. A delegation that was submitted while its event was being cancelled ends here.
 */
@Component
class WhenDelegationChanged {

    private static final String TOPIC = "delegations.delegation";

    private final Delegations delegations;
    private final DelegationDesk desk;
    private final Places places;
    private final KnownEvents events;

    WhenDelegationChanged(Delegations delegations, DelegationDesk desk, Places places, KnownEvents events) {
        this.delegations = delegations;
        this.desk = desk;
        this.places = places;
        this.events = events;
    }

    @OnMessage(TOPIC)
    void settleDraft(DelegationDrafted message, Heard heard) {
        settle(message.delegationId());
    }

    @OnMessage(TOPIC)
    void settleSubmitted(DelegationSubmitted message, Heard heard) {
        settle(message.delegationId());
    }

    @OnMessage(TOPIC)
    void settleApproved(DelegationApproved message, Heard heard) {
        settle(message.delegationId());
    }

    @OnMessage(TOPIC)
    void settleAmended(DelegationAmended message, Heard heard) {
        settle(message.delegationId());
    }

    @OnMessage(TOPIC)
    void releaseRejected(DelegationRejected message, Heard heard) {
        settle(message.delegationId());
    }

    @OnMessage(TOPIC)
    void releaseWithdrawn(DelegationWithdrawn message, Heard heard) {
        settle(message.delegationId());
    }

    @OnMessage(TOPIC)
    void releaseRevoked(DelegationRevoked message, Heard heard) {
        settle(message.delegationId());
    }

    private void settle(UUID id) {
        Delegation delegation = delegations.get(new DelegationId(id));
        if (!delegation.state().isOver()
                && events.find(delegation.event())
                        .filter(KnownEvent::isCancelled)
                        .isPresent()) {
            desk.loseEvent(delegation.id());
            return; // the fact of that comes here, too
        }
        Places.Asked asked = Standing.asked(delegation, delegation.standing());
        if (delegation.state().isOver()) {
            places.release(asked);
        } else {
            places.settle(asked);
        }
    }

    @Contract("delegations.delegation-drafted.v1")
    record DelegationDrafted(UUID delegationId) {}

    @Contract("delegations.delegation-submitted.v1")
    record DelegationSubmitted(UUID delegationId) {}

    @Contract("delegations.delegation-approved.v1")
    record DelegationApproved(UUID delegationId) {}

    @Contract("delegations.delegation-amended.v1")
    record DelegationAmended(UUID delegationId) {}

    @Contract("delegations.delegation-rejected.v1")
    record DelegationRejected(UUID delegationId) {}

    @Contract("delegations.delegation-withdrawn.v1")
    record DelegationWithdrawn(UUID delegationId) {}

    @Contract("delegations.delegation-revoked.v1")
    record DelegationRevoked(UUID delegationId) {}
}
