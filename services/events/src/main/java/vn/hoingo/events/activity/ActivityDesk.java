package vn.hoingo.events.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.events.event.Event;
import vn.hoingo.events.event.EventDesk;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.Window;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Heard;

/** Where an organiser plans the activities of an edition. */
@Component
public class ActivityDesk {

    private final Activities activities;
    private final EventDesk events;
    private final Decisions decisions;
    private final MongoOperations mongo;

    ActivityDesk(Activities activities, EventDesk events, Decisions decisions, MongoOperations mongo) {
        this.activities = activities;
        this.events = events;
        this.decisions = decisions;
        this.mongo = mongo;
    }

    Activity add(EventId event, Activity.Plan plan) {
        return add(new ActivityId(Acting.current().newId("activity")), openEvent(event), plan);
    }

    /** Adds an activity under an id of its own, so that planning an edition twice plans it once. */
    public Activity add(ActivityId id, Event event, Activity.Plan plan) {
        return decisions.open(activities, id, () -> Activity.add(id, event.id(), plan, event.window()));
    }

    Activity change(ActivityId id, Activity.Plan plan) {
        Window around = openEvent(activities.get(id).event()).window();
        return decisions.change(activities, id, activity -> activity.change(plan, around));
    }

    Activity drop(ActivityId id, String reason) {
        return decisions.change(activities, id, activity -> activity.drop(reason));
    }

    void follow(EventId event, Window from, Window to, Heard heard) {
        of(event)
                .forEach(each -> decisions.change(activities, each.id(), activity -> activity.follow(from, to, heard)));
    }

    void dropAllOf(EventId event, String reason) {
        of(event).forEach(each -> drop(each.id(), reason));
    }

    Activity get(ActivityId id) {
        return activities.get(id);
    }

    public List<Activity> of(EventId event) {
        return activities.findByEventOrderByStartsAt(event);
    }

    Page<Activity> list(@Nullable EventId event, Paging paging) {
        Criteria criteria =
                event == null ? new Criteria() : Criteria.where("event").is(event.value());
        return Keyset.page(mongo, Activity.class, criteria, paging, "startsAt");
    }

    private Event openEvent(EventId id) {
        Event event = events.get(id);
        if (!event.isOpenToChange()) {
            throw new ActivityRefusal(ActivityRefusal.Reason.EVENT_IS_OVER, event.status());
        }
        return event;
    }
}
