package vn.hoingo.logistics.change;

import org.springframework.stereotype.Component;
import vn.hoingo.logistics.arrival.ArrivalDesk;
import vn.hoingo.logistics.programme.EventCancelled;
import vn.hoingo.logistics.programme.Programme;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Nobody is met for an event that does not take place. */
@Component
class WhenEventCancelled {

    private final Programme programme;
    private final ArrivalDesk desk;

    WhenEventCancelled(Programme programme, ArrivalDesk desk) {
        this.programme = programme;
        this.desk = desk;
    }

    @OnMessage("events.event")
    void closeItsArrivals(EventCancelled message, Heard heard) {
        programme.learn(message, heard);
        desk.eventCancelled(message.eventId());
    }
}
