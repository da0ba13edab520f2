package vn.hoingo.delegations.delegation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Where somebody is expected, their rank is the one that the department corrected it to. */
@Component
class WhenRankCorrected {

    private final DelegationDesk desk;

    WhenRankCorrected(DelegationDesk desk) {
        this.desk = desk;
    }

    @OnMessage("delegations.person")
    void correctWhereExpected(PersonRankCorrected message, Heard heard) {
        desk.correctRank(new PersonId(message.personId()), message.rank(), heard);
    }

    @Contract("delegations.person-rank-corrected.v1")
    record PersonRankCorrected(UUID personId, int rank) {}
}
