package vn.hoingo.invitations.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** Keeps what we know of activities; nothing else. */
@Component
class WhenActivityChanged {

    private final LocalCopy<KnownActivity> activities;

    WhenActivityChanged(LocalCopies copies) {
        this.activities = copies.of(KnownActivity.class);
    }

    @OnMessage(value = "events.activity", feeds = KnownActivity.class)
    void note(ActivityAdded message, Heard heard) {
        activities.apply(
                message.activityId(),
                heard,
                before -> new KnownActivity(
                        message.activityId(),
                        message.eventId(),
                        message.name(),
                        message.kind(),
                        message.window(),
                        message.place(),
                        message.capacity(),
                        heard.sequence(),
                        message.admission(),
                        message.revision(),
                        null));
    }

    @OnMessage(value = "events.activity", feeds = KnownActivity.class)
    void noteMove(ActivityMoved message, Heard heard) {
        change(
                message.activityId(),
                heard,
                known -> known.moved(message.newWindow(), message.place(), message.revision()));
    }

    @OnMessage(value = "events.activity", feeds = KnownActivity.class)
    void noteCapacity(CapacityChanged message, Heard heard) {
        change(message.activityId(), heard, known -> known.holding(message.newCapacity(), heard.sequence()));
    }

    @OnMessage(value = "events.activity", feeds = KnownActivity.class)
    void noteDrop(ActivityDropped message, Heard heard) {
        change(message.activityId(), heard, known -> known.droppedFor(message.reason()));
    }

    private void change(UUID activity, Heard heard, UnaryOperator<KnownActivity> change) {
        UnaryOperator<@Nullable KnownActivity> ifKnown = before -> before == null ? null : change.apply(before);
        activities.apply(activity, heard, ifKnown);
    }

    @Contract("events.activity-added.v1")
    record ActivityAdded(
            UUID activityId,
            UUID eventId,
            Text name,
            String kind,
            Window window,
            String place,
            int capacity,
            String admission,
            int revision) {}

    @Contract("events.activity-moved.v1")
    record ActivityMoved(
            UUID activityId, @JsonProperty("new") Window newWindow, String place, int revision) {}

    @Contract("events.capacity-changed.v1")
    record CapacityChanged(
            UUID activityId, @JsonProperty("new") int newCapacity) {}

    @Contract("events.activity-dropped.v1")
    record ActivityDropped(UUID activityId, String reason) {}
}
