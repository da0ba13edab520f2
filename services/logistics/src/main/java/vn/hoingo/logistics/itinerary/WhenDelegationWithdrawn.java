package vn.hoingo.logistics.itinerary;

import org.springframework.stereotype.Component;
import vn.hoingo.logistics.party.DelegationRevoked;
import vn.hoingo.logistics.party.DelegationWithdrawn;
import vn.hoingo.logistics.party.ExpectedDelegations;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Who does not come does not fly in. */
@Component
class WhenDelegationWithdrawn {

    private final ExpectedDelegations expected;
    private final ItineraryDesk desk;

    WhenDelegationWithdrawn(ExpectedDelegations expected, ItineraryDesk desk) {
        this.expected = expected;
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void closeItsJourneys(DelegationWithdrawn message, Heard heard) {
        expected.learn(message, heard);
        desk.follow(message.delegationId());
    }

    @OnMessage("delegations.delegation")
    void closeItsJourneysToo(DelegationRevoked message, Heard heard) {
        expected.learn(message, heard);
        desk.follow(message.delegationId());
    }
}
