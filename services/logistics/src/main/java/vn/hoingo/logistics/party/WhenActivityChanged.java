package vn.hoingo.logistics.party;

import org.springframework.stereotype.Component;
import vn.hoingo.logistics.programme.ActivityAdded;
import vn.hoingo.logistics.programme.ActivityDropped;
import vn.hoingo.logistics.programme.ActivityMoved;
import vn.hoingo.logistics.programme.KnownActivity;
import vn.hoingo.logistics.programme.Programme;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Whatever becomes of an activity, we know what there is to be in time for. */
@Component
class WhenActivityChanged {

    private static final String ACTIVITY = "events.activity";

    private final Programme programme;

    WhenActivityChanged(Programme programme) {
        this.programme = programme;
    }

    @OnMessage(value = ACTIVITY, feeds = KnownActivity.class)
    void rememberIt(ActivityAdded message, Heard heard) {
        programme.learn(message, heard);
    }

    @OnMessage(value = ACTIVITY, feeds = KnownActivity.class)
    void rememberItsNewTime(ActivityMoved message, Heard heard) {
        programme.learn(message, heard);
    }

    @OnMessage(value = ACTIVITY, feeds = KnownActivity.class)
    void forgetIt(ActivityDropped message, Heard heard) {
        programme.learn(message, heard);
    }
}
