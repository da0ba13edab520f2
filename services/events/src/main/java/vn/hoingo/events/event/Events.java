package vn.hoingo.events.event;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import vn.hoingo.messaging.Aggregates;

/** All editions of all series. */
public interface Events extends Aggregates<Event, EventId> {

    List<Event> findByStatusInOrderByStartsAt(Collection<Event.Status> statuses, Limit most);
}
