package vn.hoingo.delegations.accreditation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/**
 * Whoever is no longer approved has no badge any more. It looks at the delegation as it is, so that hearing twice or late is no
 * different; and a badge that was being issued while its bearer left is looked at once more when it is heard of.
 */
@Component
class WhenDelegatesLeave {

    private static final String TOPIC = "delegations.delegation";

    private final AccreditationDesk desk;

    WhenDelegatesLeave(AccreditationDesk desk) {
        this.desk = desk;
    }

    @OnMessage(TOPIC)
    void memberWithdrawn(MemberWithdrawn message, Heard heard) {
        desk.settle(message.delegationId());
    }

    @OnMessage(TOPIC)
    void memberReplaced(MemberReplaced message, Heard heard) {
        desk.settle(message.delegationId());
    }

    @OnMessage(TOPIC)
    void delegationWithdrawn(DelegationWithdrawn message, Heard heard) {
        desk.settle(message.delegationId());
    }

    @OnMessage(TOPIC)
    void delegationRevoked(DelegationRevoked message, Heard heard) {
        desk.settle(message.delegationId());
    }

    @OnMessage("delegations.accreditation")
    void issuedMeanwhile(BadgeIssued message, Heard heard) {
        desk.settle(message.delegationId());
    }

    @Contract("delegations.member-withdrawn.v1")
    record MemberWithdrawn(UUID delegationId) {}

    @Contract("delegations.member-replaced.v1")
    record MemberReplaced(UUID delegationId) {}

    @Contract("delegations.delegation-withdrawn.v1")
    record DelegationWithdrawn(UUID delegationId) {}

    @Contract("delegations.delegation-revoked.v1")
    record DelegationRevoked(UUID delegationId) {}

    @Contract("delegations.badge-issued.v1")
    record BadgeIssued(UUID delegationId) {}
}
