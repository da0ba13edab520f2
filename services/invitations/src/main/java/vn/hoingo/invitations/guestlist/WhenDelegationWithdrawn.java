package vn.hoingo.invitations.guestlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A delegation that withdraws is asked to nothing any more, also when the approval is heard later. */
@Component
class WhenDelegationWithdrawn {

    private final GuestListDesk desk;

    WhenDelegationWithdrawn(GuestListDesk desk) {
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void strikeIt(DelegationWithdrawn message, Heard heard) {
        desk.note(
                message.eventId(),
                message.delegationId(),
                list -> list.strike(
                        message.delegationId(), message.partnerId(), "delegation-withdrawn", heard.sequence()));
    }

    @Contract("delegations.delegation-withdrawn.v1")
    record DelegationWithdrawn(UUID delegationId, UUID eventId, UUID partnerId) {}
}
