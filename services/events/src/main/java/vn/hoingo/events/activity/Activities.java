package vn.hoingo.events.activity;

import java.util.List;
import vn.hoingo.events.event.EventId;
import vn.hoingo.messaging.Aggregates;

/** The activities of all events. */
interface Activities extends Aggregates<Activity, ActivityId> {

    List<Activity> findByEventOrderByStartsAt(EventId event);
}
