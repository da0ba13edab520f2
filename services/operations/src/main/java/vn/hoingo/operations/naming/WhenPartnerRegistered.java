package vn.hoingo.operations.naming;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** A partner is called what its file says, from the first entry to the last correction. */
@Component
class WhenPartnerRegistered {

    private final LocalCopy<KnownName> known;

    WhenPartnerRegistered(LocalCopies copies) {
        this.known = copies.of(KnownName.class);
    }

    @OnMessage(value = "delegations.partner", feeds = KnownName.class)
    void name(PartnerRegistered message, Heard heard) {
        name(message.partnerId(), message.name(), heard);
    }

    @OnMessage(value = "delegations.partner", feeds = KnownName.class)
    void rename(PartnerChanged message, Heard heard) {
        name(message.partnerId(), message.name(), heard);
    }

    private void name(UUID partner, Text name, Heard heard) {
        known.apply(partner, heard, before -> KnownName.of(partner, name.vi(), name.en()));
    }

    @Contract("delegations.partner-registered.v1")
    record PartnerRegistered(UUID partnerId, Text name) {}

    @Contract("delegations.partner-changed.v1")
    record PartnerChanged(UUID partnerId, Text name) {}

    record Text(String vi, String en) {}
}
