package vn.hoingo.logistics.change;

import org.springframework.stereotype.Component;
import vn.hoingo.logistics.arrival.ArrivalDesk;
import vn.hoingo.logistics.party.DelegationAmended;
import vn.hoingo.logistics.party.ExpectedDelegations;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A delegation that comes otherwise than it said is met otherwise: plans are added, changed and closed. */
@Component
class WhenDelegationAmended {

    private final ExpectedDelegations expected;
    private final ArrivalDesk desk;

    WhenDelegationAmended(ExpectedDelegations expected, ArrivalDesk desk) {
        this.expected = expected;
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void meetItAsItComesNow(DelegationAmended message, Heard heard) {
        expected.learn(message, heard);
        desk.follow(message.delegationId(), heard.at(), message.tellsTravelAnew());
    }
}
