package vn.hoingo.delegations.accreditation;

import vn.hoingo.messaging.Refusal;

/** Why an accreditation says no. */
final class AccreditationRefusal extends Refusal {

    enum Reason {
        DELEGATION_NOT_APPROVED,
        MEMBER_NOT_APPROVED,
        BADGE_REVOKED
    }

    AccreditationRefusal(Reason reason, Object... values) {
        super(reason, values);
    }
}
