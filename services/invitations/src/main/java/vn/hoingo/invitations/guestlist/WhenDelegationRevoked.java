package vn.hoingo.invitations.guestlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A delegation whose approval is revoked is asked to nothing any more. */
@Component
class WhenDelegationRevoked {

    private final GuestListDesk desk;

    WhenDelegationRevoked(GuestListDesk desk) {
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void strikeIt(DelegationRevoked message, Heard heard) {
        desk.note(
                message.eventId(),
                message.delegationId(),
                list -> list.strike(
                        message.delegationId(), message.partnerId(), "delegation-revoked", heard.sequence()));
    }

    @Contract("delegations.delegation-revoked.v1")
    record DelegationRevoked(UUID delegationId, UUID eventId, UUID partnerId) {}
}
