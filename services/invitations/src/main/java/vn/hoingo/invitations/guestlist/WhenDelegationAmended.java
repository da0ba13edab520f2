package vn.hoingo.invitations.guestlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** An amended delegation may be led by somebody else. */
@Component
class WhenDelegationAmended {

    private final GuestListDesk desk;

    WhenDelegationAmended(GuestListDesk desk) {
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void askWhoeverLeadsNow(DelegationAmended message, Heard heard) {
        desk.note(
                message.eventId(),
                message.delegationId(),
                list -> list.expect(
                        message.delegationId(),
                        message.partnerId(),
                        message.headId(),
                        message.headRank(),
                        heard.sequence()));
    }

    @Contract("delegations.delegation-amended.v1")
    record DelegationAmended(UUID delegationId, UUID eventId, UUID partnerId, UUID headId, int headRank) {}
}
