package vn.hoingo.operations.naming;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** A vehicle is called by its label; an interpreter has no name here. */
@Component
class WhenResourceAdded {

    private final LocalCopy<KnownName> known;

    WhenResourceAdded(LocalCopies copies) {
        this.known = copies.of(KnownName.class);
    }

    @OnMessage(value = "logistics.diary", feeds = KnownName.class)
    void name(ResourceAdded message, Heard heard) {
        String vi = message.name() == null ? "Phiên dịch" : message.name();
        String en = message.name() == null ? "An interpreter" : message.name();
        known.apply(message.resourceId(), heard, before -> KnownName.of(message.resourceId(), vi, en));
    }

    @Contract("logistics.resource-added.v1")
    record ResourceAdded(UUID resourceId, @Nullable String name) {}
}
