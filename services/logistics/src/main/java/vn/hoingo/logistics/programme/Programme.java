package vn.hoingo.logistics.programme;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;

/** When the events and their activities take place. */
@Component
public class Programme {

    private final LocalCopy<KnownEvent> events;
    private final LocalCopy<KnownActivity> activities;

    Programme(LocalCopies copies) {
        this.events = copies.of(KnownEvent.class);
        this.activities = copies.of(KnownActivity.class);
    }

    public void learn(UUID event, Text name, Window window, int revision, Heard heard) {
        events.apply(event, heard, known -> KnownEvent.of(event, name, window, revision, heard.at()));
    }

    public void learn(EventRescheduled message, Heard heard) {
        events.apply(message.eventId(), heard, known -> {
            KnownEvent before = known == null
                    ? KnownEvent.of(message.eventId(), null, message.before(), message.revision() - 1, Instant.EPOCH)
                    : known;
            return before.at(message.after(), message.revision(), heard.at());
        });
    }

    public void learn(EventCancelled message, Heard heard) {
        events.apply(message.eventId(), heard, known -> known == null ? null : known.off());
    }

    public void learn(ActivityAdded message, Heard heard) {
        activities.apply(
                message.activityId(),
                heard,
                known -> KnownActivity.of(
                        message.activityId(),
                        message.eventId(),
                        message.name(),
                        message.window(),
                        message.place(),
                        message.revision(),
                        heard.at()));
    }

    public void learn(ActivityMoved message, Heard heard) {
        activities.apply(
                message.activityId(),
                heard,
                known -> known != null && known.revision() > message.revision()
                        ? known
                        : KnownActivity.of(
                                message.activityId(),
                                message.eventId(),
                                known == null ? null : known.name(),
                                message.after(),
                                message.place(),
                                message.revision(),
                                heard.at()));
    }

    public void learn(ActivityDropped message, Heard heard) {
        activities.apply(message.activityId(), heard, known -> null);
    }

    public Optional<KnownEvent> event(UUID id) {
        return events.find(id);
    }

    /** What an event's guests have to be in time for who were to land at that instant. */
    public Optional<KnownActivity> firstAfter(UUID event, Instant landing) {
        return after(event, landing, 1).stream().findFirst();
    }

    /** On their coming days already while the event moves: its activities follow it one by one. */
    public List<KnownActivity> after(UUID event, Instant landing, int atMost) {
        KnownEvent moved =
                events.find(event).filter(known -> known.dates().size() > 1).orElse(null);
        if (moved != null) {
            return activities.find(Query.query(Criteria.where("eventId").is(event))).stream()
                    .map(activity -> activity.following(moved))
                    .filter(activity -> !activity.startsAt().isBefore(landing))
                    .sorted(Comparator.comparing(KnownActivity::startsAt).thenComparing(KnownActivity::id))
                    .limit(atMost)
                    .toList();
        }
        return activities.find(
                Query.query(Criteria.where("eventId").is(event).and("startsAt").gte(landing))
                        .with(Sort.by("startsAt", "_id"))
                        .limit(atMost));
    }
}
