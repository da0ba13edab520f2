package vn.hoingo.logistics.itinerary;

import org.springframework.stereotype.Component;
import vn.hoingo.logistics.programme.EventCancelled;
import vn.hoingo.logistics.programme.Programme;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Nobody flies to an event that does not take place. */
@Component
class WhenEventCancelled {

    private final Programme programme;
    private final ItineraryDesk desk;

    WhenEventCancelled(Programme programme, ItineraryDesk desk) {
        this.programme = programme;
        this.desk = desk;
    }

    @OnMessage("events.event")
    void closeAllJourneys(EventCancelled message, Heard heard) {
        programme.learn(message, heard);
        desk.closeAllOfEvent(message.eventId());
    }
}
