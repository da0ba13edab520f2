package vn.hoingo.logistics.change;

import org.springframework.stereotype.Component;
import vn.hoingo.logistics.arrival.ArrivalDesk;
import vn.hoingo.logistics.programme.ActivityAdded;
import vn.hoingo.logistics.programme.ActivityDropped;
import vn.hoingo.logistics.programme.ActivityMoved;
import vn.hoingo.logistics.programme.Programme;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** What a party must be in time for may be another activity now, or at another time. */
@Component
class WhenProgrammeChanged {

    private static final String ACTIVITY = "events.activity";

    private final Programme programme;
    private final ArrivalDesk desk;

    WhenProgrammeChanged(Programme programme, ArrivalDesk desk) {
        this.programme = programme;
        this.desk = desk;
    }

    @OnMessage(ACTIVITY)
    void lookAtFirstObligations(ActivityAdded message, Heard heard) {
        programme.learn(message, heard);
        desk.programmeChanged(message.eventId());
    }

    @OnMessage(ACTIVITY)
    void lookAtFirstObligationsThatMoved(ActivityMoved message, Heard heard) {
        programme.learn(message, heard);
        desk.programmeChanged(message.eventId());
    }

    @OnMessage(ACTIVITY)
    void lookAtFirstObligationsWithoutIt(ActivityDropped message, Heard heard) {
        programme.learn(message, heard);
        desk.programmeChanged(message.eventId());
    }
}
