package vn.hoingo.events.activity;

import java.time.Duration;
import java.time.Instant;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.doors.Coded;
import vn.hoingo.events.activity.ActivityFact.ActivityAdded;
import vn.hoingo.events.activity.ActivityFact.ActivityDropped;
import vn.hoingo.events.activity.ActivityFact.ActivityMoved;
import vn.hoingo.events.activity.ActivityFact.CapacityChanged;
import vn.hoingo.events.activity.ActivityRefusal.Reason;
import vn.hoingo.events.event.EventFact.Period;
import vn.hoingo.events.event.EventFact.Text;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.Window;
import vn.hoingo.events.event.Words;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;
import vn.hoingo.messaging.Heard;

/**
 * An activity is one part of an event. It lies inside the event's window unless it is flagged as a side activity; when the event
 * moves it moves along, by the same number of days, and is flagged for a person when it then no longer fits. Its capacity may
 * change at any time: who holds the seats is for invitations to say.
 */
@Document("activities")
@Announces("events.activity")
@CompoundIndex(name = "by_event", def = "{'event': 1, 'startsAt': 1, '_id': 1}")
public class Activity extends Aggregate<ActivityId> {

    private final EventId event;
    private final Kind kind;
    private Words name;
    private Window window;
    private String place;
    private int capacity;
    private Admission admission;
    private boolean side;
    private Status status = Status.PLANNED;
    private boolean misfit;
    private int revision = 1;
    private Instant startsAt;

    Activity(
            ActivityId id,
            EventId event,
            Kind kind,
            Words name,
            Window window,
            String place,
            int capacity,
            Admission admission,
            boolean side) {
        super(id);
        this.event = event;
        this.kind = kind;
        this.name = name;
        this.window = window;
        this.place = place;
        this.capacity = capacity;
        this.admission = admission;
        this.side = side;
        this.startsAt = window.startsAt();
    }

    static Activity add(ActivityId id, EventId event, Plan plan, Window around) {
        refuseUnless(plan.capacity() >= 0, Reason.NEGATIVE_CAPACITY, plan.capacity());
        refuseUnless(
                plan.side() || around.contains(plan.window()), Reason.OUTSIDE_THE_EVENT, around.start(), around.end());

        Activity activity = new Activity(
                id,
                event,
                plan.kind(),
                plan.name(),
                plan.window(),
                plan.place(),
                plan.capacity(),
                plan.admission(),
                plan.side());
        activity.announce(new ActivityAdded(
                id.value(),
                event.value(),
                Text.of(plan.name()),
                plan.kind().code(),
                Period.of(plan.window()),
                plan.place(),
                plan.capacity(),
                plan.admission().code(),
                activity.revision));
        return activity;
    }

    void change(Plan plan, Window around) {
        refuseUnless(status != Status.DROPPED, Reason.ALREADY_DROPPED);
        refuseUnless(plan.capacity() >= 0, Reason.NEGATIVE_CAPACITY, plan.capacity());
        refuseUnless(
                plan.side() || around.contains(plan.window()), Reason.OUTSIDE_THE_EVENT, around.start(), around.end());

        name = plan.name();
        admission = plan.admission();
        side = plan.side();
        if (!plan.window().equals(window) || !plan.place().equals(place)) {
            place = plan.place();
            move(plan.window(), around);
        }
        if (plan.capacity() != capacity) {
            int old = capacity;
            capacity = plan.capacity();
            announce(new CapacityChanged(id().value(), event.value(), old, capacity));
        }
    }

    /** The event moved: the activity keeps its place in it, counted from the first day. */
    void follow(Window oldEvent, Window newEvent, Heard heard) {
        if (status == Status.DROPPED || alreadyHeard(heard)) {
            return;
        }
        Duration days = Duration.between(
                oldEvent.start().toLocalDate().atStartOfDay(),
                newEvent.start().toLocalDate().atStartOfDay());
        move(new Window(window.shifted(days).start(), window.shifted(days).end(), newEvent.zone()), newEvent);
    }

    void drop(String reason) {
        if (status == Status.DROPPED) {
            return;
        }
        status = Status.DROPPED;
        announce(new ActivityDropped(id().value(), event.value(), reason));
    }

    private void move(Window next, Window around) {
        Window old = window;
        window = next;
        startsAt = next.startsAt();
        misfit = !side && !around.contains(next);
        revision++;
        announce(new ActivityMoved(id().value(), event.value(), Period.of(old), Period.of(next), place, revision));
    }

    private static void refuseUnless(boolean allowed, Reason reason, Object... values) {
        if (!allowed) {
            throw new ActivityRefusal(reason, values);
        }
    }

    EventId event() {
        return event;
    }

    /** Everything that can be planned about it, as it stands. */
    public Plan plan() {
        return new Plan(kind, name, window, place, capacity, admission, side);
    }

    public boolean isDropped() {
        return status == Status.DROPPED;
    }

    Status status() {
        return status;
    }

    /** True when the event moved away from it, so that a person must look. */
    public boolean isMisfit() {
        return misfit;
    }

    int revision() {
        return revision;
    }

    /** What an organiser plans of an activity. */
    public record Plan(
            Kind kind, Words name, Window window, String place, int capacity, Admission admission, boolean side) {

        /** The same, on other days. */
        public Plan shifted(Duration by) {
            return new Plan(kind, name, window.shifted(by), place, capacity, admission, side);
        }
    }

    /** What it is. */
    public enum Kind implements Coded {
        PLENARY,
        DINNER,
        SESSION,
        VISIT,
        CEREMONY,
        EXHIBITION
    }

    /** Who may come. */
    public enum Admission implements Coded {
        OPEN,
        BY_INVITATION,
        BY_LIST
    }

    enum Status implements Coded {
        PLANNED,
        DROPPED
    }
}
