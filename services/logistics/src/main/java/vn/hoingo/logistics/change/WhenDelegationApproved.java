package vn.hoingo.logistics.change;

import org.springframework.stereotype.Component;
import vn.hoingo.logistics.arrival.ArrivalDesk;
import vn.hoingo.logistics.party.DelegationApproved;
import vn.hoingo.logistics.party.ExpectedDelegations;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** An approved delegation is met: one plan for each of its parties that flies in. Approved twice, it is met once. */
@Component
class WhenDelegationApproved {

    private final ExpectedDelegations expected;
    private final ArrivalDesk desk;

    WhenDelegationApproved(ExpectedDelegations expected, ArrivalDesk desk) {
        this.expected = expected;
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void meetEachParty(DelegationApproved message, Heard heard) {
        expected.learn(message, heard);
        desk.follow(message.delegationId(), heard.at(), false);
    }
}
