package vn.hoingo.invitations.guestlist;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** The new head is asked, the old one is not any more. */
@Component
class WhenHeadReplaced {

    private final GuestListDesk desk;

    WhenHeadReplaced(GuestListDesk desk) {
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void askTheNewHead(HeadReplaced message, Heard heard) {
        desk.note(
                message.eventId(),
                message.delegationId(),
                list -> list.replaceHead(
                        message.delegationId(),
                        message.partnerId(),
                        message.newHeadId(),
                        message.newRank(),
                        heard.sequence()));
    }

    @Contract("delegations.head-of-delegation-replaced.v1")
    record HeadReplaced(UUID delegationId, UUID eventId, UUID partnerId, UUID newHeadId, int newRank) {}
}
