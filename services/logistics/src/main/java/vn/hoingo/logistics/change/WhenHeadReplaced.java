package vn.hoingo.logistics.change;

import org.springframework.stereotype.Component;
import vn.hoingo.logistics.arrival.ArrivalDesk;
import vn.hoingo.logistics.party.ExpectedDelegations;
import vn.hoingo.logistics.party.HeadReplaced;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Another head may be entitled to another car and another greeter; a dispatcher looks at the plan again. */
@Component
class WhenHeadReplaced {

    private final ExpectedDelegations expected;
    private final ArrivalDesk desk;

    WhenHeadReplaced(ExpectedDelegations expected, ArrivalDesk desk) {
        this.expected = expected;
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void lookAtTheEntitlementAgain(HeadReplaced message, Heard heard) {
        expected.learn(message, heard);
        desk.headReplaced(message.delegationId(), message.newRank(), heard);
    }
}
