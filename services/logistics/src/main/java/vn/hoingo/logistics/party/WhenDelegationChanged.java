package vn.hoingo.logistics.party;

import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Whatever becomes of a delegation, we know whom to expect. What follows from it is for other reactions. */
@Component
class WhenDelegationChanged {

    private static final String DELEGATION = "delegations.delegation";

    private final ExpectedDelegations expected;

    WhenDelegationChanged(ExpectedDelegations expected) {
        this.expected = expected;
    }

    @OnMessage(value = DELEGATION, feeds = ExpectedDelegation.class)
    void expectIt(DelegationApproved message, Heard heard) {
        expected.learn(message, heard);
    }

    @OnMessage(value = DELEGATION, feeds = ExpectedDelegation.class)
    void expectItAsItIsNow(DelegationAmended message, Heard heard) {
        expected.learn(message, heard);
    }

    @OnMessage(value = DELEGATION, feeds = ExpectedDelegation.class)
    void expectAnotherHead(HeadReplaced message, Heard heard) {
        expected.learn(message, heard);
    }

    @OnMessage(value = DELEGATION, feeds = ExpectedDelegation.class)
    void expectNobody(DelegationWithdrawn message, Heard heard) {
        expected.learn(message, heard);
    }

    @OnMessage(value = DELEGATION, feeds = ExpectedDelegation.class)
    void expectNobodyAnyMore(DelegationRevoked message, Heard heard) {
        expected.learn(message, heard);
    }
}
