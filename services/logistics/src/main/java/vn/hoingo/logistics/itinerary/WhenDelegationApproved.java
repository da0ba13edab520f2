package vn.hoingo.logistics.itinerary;

import org.springframework.stereotype.Component;
import vn.hoingo.logistics.party.DelegationAmended;
import vn.hoingo.logistics.party.DelegationApproved;
import vn.hoingo.logistics.party.ExpectedDelegations;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** An approved delegation flies in: one journey for each of its parties that told a flight. */
@Component
class WhenDelegationApproved {

    private final ExpectedDelegations expected;
    private final ItineraryDesk desk;

    WhenDelegationApproved(ExpectedDelegations expected, ItineraryDesk desk) {
        this.expected = expected;
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void recordItsJourneys(DelegationApproved message, Heard heard) {
        expected.learn(message, heard);
        desk.follow(message.delegationId());
    }

    @OnMessage("delegations.delegation")
    void recordWhatChanged(DelegationAmended message, Heard heard) {
        expected.learn(message, heard);
        desk.follow(message.delegationId());
    }
}
