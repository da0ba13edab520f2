package vn.hoingo.events.event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;

/** Where an organiser plans an edition, from the first draft to the last day. */
@Component
public class EventDesk {

    private final Events events;
    private final Decisions decisions;
    private final MongoOperations mongo;
    private final Clock clock;

    EventDesk(Events events, Decisions decisions, MongoOperations mongo, Clock clock) {
        this.events = events;
        this.decisions = decisions;
        this.mongo = mongo;
        this.clock = clock;
    }

    public Event draft(Event.Outline outline) {
        EventId id = new EventId(Acting.current().newId("event"));
        return decisions.open(events, id, () -> Event.draft(id, outline));
    }

    Event prepare(EventId id) {
        return decisions.change(events, id, Event::prepare);
    }

    Event openRegistration(EventId id, Instant closesAt, int membersPerDelegation) {
        return decisions.change(
                events, id, event -> event.openRegistration(closesAt, membersPerDelegation, clock.instant()));
    }

    Event closeRegistration(EventId id) {
        return decisions.change(events, id, event -> event.closeRegistration(clock.instant()));
    }

    Event publish(EventId id, Event.Permission permission) {
        return decisions.change(events, id, event -> event.publish(permission));
    }

    void permit(EventId id, Event.Permission permission) {
        decisions.change(events, id, event -> event.permit(permission));
    }

    void forbid(EventId id) {
        decisions.change(events, id, Event::forbid);
    }

    Event reschedule(EventId id, Window window) {
        return decisions.change(events, id, event -> event.reschedule(window));
    }

    Event describe(EventId id, String edition, Words name, String venue) {
        return decisions.change(events, id, event -> {
            event.rename(edition, name);
            event.moveTo(venue);
        });
    }

    Event postpone(EventId id, String reason) {
        return decisions.change(events, id, event -> event.postpone(reason));
    }

    Event cancel(EventId id, String reason) {
        return decisions.change(events, id, event -> event.cancel(reason));
    }

    Event conclude(EventId id) {
        return decisions.change(events, id, Event::conclude);
    }

    public Event get(EventId id) {
        return events.get(id);
    }

    /** The editions that may still change, the next one first. */
    public List<Event> openEditions(int most) {
        return events.findByStatusInOrderByStartsAt(Event.BEFORE_IT_CONCLUDES, Limit.of(most));
    }

    Page<Event> list(@Nullable String series, Event.@Nullable Status state, @Nullable String words, Paging paging) {
        Criteria criteria = new Criteria();
        if (series != null) {
            criteria.and("series").is(series);
        }
        if (state != null) {
            criteria.and("status").is(state.name());
        }
        if (words != null && !words.isBlank()) {
            criteria.and("search").regex(Pattern.quote(Words.fold(words.strip())));
        }
        return Keyset.page(mongo, Event.class, criteria, paging, "-startsAt", "startsAt", "series");
    }
}
