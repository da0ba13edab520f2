package vn.hoingo.invitations.guestlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** The head of an approved delegation is asked to the plenary and the dinner. */
@Component
class WhenDelegationApproved {

    private final GuestListDesk desk;

    WhenDelegationApproved(GuestListDesk desk) {
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void askTheHead(DelegationApproved message, Heard heard) {
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

    @Contract("delegations.delegation-approved.v1")
    record DelegationApproved(UUID delegationId, UUID eventId, UUID partnerId, UUID headId, int headRank) {}
}
