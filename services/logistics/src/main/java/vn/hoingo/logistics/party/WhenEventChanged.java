package vn.hoingo.logistics.party;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.programme.EventCancelled;
import vn.hoingo.logistics.programme.EventRescheduled;
import vn.hoingo.logistics.programme.KnownEvent;
import vn.hoingo.logistics.programme.Programme;
import vn.hoingo.logistics.programme.Text;
import vn.hoingo.logistics.programme.Window;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Whatever becomes of an event, we know when it takes place. */
@Component
class WhenEventChanged {

    private static final String EVENT = "events.event";

    private final Programme programme;

    WhenEventChanged(Programme programme) {
        this.programme = programme;
    }

    @OnMessage(value = EVENT, feeds = KnownEvent.class)
    void rememberIt(EventDrafted message, Heard heard) {
        programme.learn(message.eventId(), message.name(), message.window(), message.revision(), heard);
    }

    @OnMessage(value = EVENT, feeds = KnownEvent.class)
    void rememberItsNewTime(EventRescheduled message, Heard heard) {
        programme.learn(message, heard);
    }

    @OnMessage(value = EVENT, feeds = KnownEvent.class)
    void rememberThatItIsOff(EventCancelled message, Heard heard) {
        programme.learn(message, heard);
    }

    @Contract("events.event-drafted.v1")
    record EventDrafted(UUID eventId, Text name, Window window, int revision) {}
}
