package vn.hoingo.logistics.change;

import org.springframework.stereotype.Component;
import vn.hoingo.logistics.arrival.ArrivalDesk;
import vn.hoingo.logistics.party.DelegationRevoked;
import vn.hoingo.logistics.party.DelegationWithdrawn;
import vn.hoingo.logistics.party.ExpectedDelegations;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Nobody is met of a delegation that does not come, or may not; every car and interpreter of it is free again. */
@Component
class WhenDelegationWithdrawn {

    private final ExpectedDelegations expected;
    private final ArrivalDesk desk;

    WhenDelegationWithdrawn(ExpectedDelegations expected, ArrivalDesk desk) {
        this.expected = expected;
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void releaseEverything(DelegationWithdrawn message, Heard heard) {
        expected.learn(message, heard);
        desk.follow(message.delegationId(), heard.at(), false);
    }

    @OnMessage("delegations.delegation")
    void releaseEverythingToo(DelegationRevoked message, Heard heard) {
        expected.learn(message, heard);
        desk.follow(message.delegationId(), heard.at(), false);
    }
}
