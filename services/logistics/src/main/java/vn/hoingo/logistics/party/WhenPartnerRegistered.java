package vn.hoingo.logistics.party;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.programme.Text;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A partner is known by its name, and by a new one when it changes. */
@Component
class WhenPartnerRegistered {

    private final KnownPartners partners;

    WhenPartnerRegistered(KnownPartners partners) {
        this.partners = partners;
    }

    @OnMessage(value = "delegations.partner", feeds = KnownPartner.class)
    void rememberItsName(PartnerRegistered message, Heard heard) {
        partners.learn(message.partnerId(), message.name(), heard);
    }

    @OnMessage(value = "delegations.partner", feeds = KnownPartner.class)
    void rememberItsNewName(PartnerChanged message, Heard heard) {
        partners.learn(message.partnerId(), message.name(), heard);
    }

    @Contract("delegations.partner-registered.v1")
    record PartnerRegistered(UUID partnerId, Text name) {}

    @Contract("delegations.partner-changed.v1")
    record PartnerChanged(UUID partnerId, Text name) {}
}
