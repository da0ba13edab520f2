package vn.hoingo.logistics.change;

import org.springframework.stereotype.Component;
import vn.hoingo.logistics.arrival.ArrivalDesk;
import vn.hoingo.logistics.programme.EventRescheduled;
import vn.hoingo.logistics.programme.Programme;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Who planned for the old dates is expected as much later; cars of the old dates are free once those of the new ones were tried. */
@Component
class WhenEventRescheduled {

    private final Programme programme;
    private final ArrivalDesk desk;

    WhenEventRescheduled(Programme programme, ArrivalDesk desk) {
        this.programme = programme;
        this.desk = desk;
    }

    @OnMessage("events.event")
    void moveItsArrivals(EventRescheduled message, Heard heard) {
        programme.learn(message, heard);
        desk.programmeChanged(message.eventId());
    }
}
