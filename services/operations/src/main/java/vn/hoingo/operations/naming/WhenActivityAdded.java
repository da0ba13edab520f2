package vn.hoingo.operations.naming;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** An activity is called what the programme says. */
@Component
class WhenActivityAdded {

    private final LocalCopy<KnownName> known;

    WhenActivityAdded(LocalCopies copies) {
        this.known = copies.of(KnownName.class);
    }

    @OnMessage(value = "events.activity", feeds = KnownName.class)
    void name(ActivityAdded message, Heard heard) {
        known.apply(
                message.activityId(),
                heard,
                before -> KnownName.of(
                        message.activityId(),
                        message.name().vi(),
                        message.name().en()));
    }

    @Contract("events.activity-added.v1")
    record ActivityAdded(UUID activityId, Text name) {}

    record Text(String vi, String en) {}
}
