package vn.hoingo.invitations.invitation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A guest is invited under the rank that the department corrected it to. */
@Component
class WhenRankCorrected {

    private final InvitationDesk desk;

    WhenRankCorrected(InvitationDesk desk) {
        this.desk = desk;
    }

    @OnMessage("delegations.person")
    void correctInvitations(PersonRankCorrected message, Heard heard) {
        desk.correctRank(message.personId(), message.rank());
    }

    @Contract("delegations.person-rank-corrected.v1")
    record PersonRankCorrected(UUID personId, int rank) {}
}
