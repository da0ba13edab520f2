package vn.hoingo.invitations.guestlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A delegation that is rejected is asked to nothing. */
@Component
class WhenDelegationRejected {

    private final GuestListDesk desk;

    WhenDelegationRejected(GuestListDesk desk) {
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void strikeIt(DelegationRejected message, Heard heard) {
        desk.note(
                message.eventId(),
                message.delegationId(),
                list -> list.strike(
                        message.delegationId(), message.partnerId(), "delegation-rejected", heard.sequence()));
    }

    @Contract("delegations.delegation-rejected.v1")
    record DelegationRejected(UUID delegationId, UUID eventId, UUID partnerId) {}
}
