package vn.hoingo.operations.naming;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** An event is called what its draft says, and later what partners read when registration opens. */
@Component
class WhenEventDrafted {

    private final LocalCopy<KnownName> known;

    WhenEventDrafted(LocalCopies copies) {
        this.known = copies.of(KnownName.class);
    }

    @OnMessage(value = "events.event", feeds = KnownName.class)
    void name(EventDrafted message, Heard heard) {
        name(message.eventId(), message.name(), heard);
    }

    @OnMessage(value = "events.event", feeds = KnownName.class)
    void rename(RegistrationOpened message, Heard heard) {
        name(message.eventId(), message.name(), heard);
    }

    private void name(UUID event, Text name, Heard heard) {
        known.apply(event, heard, before -> KnownName.of(event, name.vi(), name.en()));
    }

    @Contract("events.event-drafted.v1")
    record EventDrafted(UUID eventId, Text name) {}

    @Contract("events.registration-opened.v1")
    record RegistrationOpened(UUID eventId, Text name) {}

    record Text(String vi, String en) {}
}
