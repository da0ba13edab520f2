package vn.hoingo.invitations.partner;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.activity.Text;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** Keeps what we know of partners; nothing else. */
@Component
class WhenPartnerChanged {

    private final LocalCopy<KnownPartner> partners;

    WhenPartnerChanged(LocalCopies copies) {
        this.partners = copies.of(KnownPartner.class);
    }

    @OnMessage(value = "delegations.partner", feeds = KnownPartner.class)
    void note(PartnerRegistered message, Heard heard) {
        partners.apply(
                message.partnerId(),
                heard,
                before -> new KnownPartner(
                        message.partnerId(),
                        message.name(),
                        message.kind(),
                        message.countryCode(),
                        message.language()));
    }

    @OnMessage(value = "delegations.partner", feeds = KnownPartner.class)
    void noteChange(PartnerChanged message, Heard heard) {
        partners.apply(
                message.partnerId(),
                heard,
                before -> new KnownPartner(
                        message.partnerId(),
                        message.name(),
                        message.kind(),
                        message.countryCode(),
                        message.language()));
    }

    @Contract("delegations.partner-registered.v1")
    record PartnerRegistered(UUID partnerId, Text name, String kind, String countryCode, String language) {}

    @Contract("delegations.partner-changed.v1")
    record PartnerChanged(UUID partnerId, Text name, String kind, String countryCode, String language) {}
}
