package vn.hoingo.delegations.delegation;

import java.util.ArrayList;
import java.util.List;
import vn.hoingo.delegations.member.Gap;
import vn.hoingo.messaging.Refusal;

/** Why something cannot be done with a delegation. */
final class DelegationRefusal extends Refusal {

    enum Reason {
        NOT_EDITABLE,
        NOT_IN_THIS_STATE,
        EDITED_MEANWHILE,
        ONLY_BEFORE_APPROVAL,
        NO_SUCH_MEMBER,
        NO_SUCH_CHANGE,
        HEAD_MUST_BE_REPLACED,
        ALREADY_HEAD,
        COMPANION_CANNOT_LEAD,
        CHANGE_PENDING,
        REGISTRATION_NOT_OPEN,
        REGISTRATION_CLOSED,
        EVENT_CANCELLED,
        REASON_NEEDED
    }

    DelegationRefusal(Reason reason, Object... values) {
        super(reason, values);
    }

    private DelegationRefusal(Gap.Reason reason, Object... values) {
        super(reason, values);
    }

    /** The first thing that is wrong; a door that can name all of them at once asks before. */
    static DelegationRefusal of(Gap gap) {
        List<Object> values = new ArrayList<>(gap.values());
        return new DelegationRefusal(gap.reason(), values.toArray());
    }
}
