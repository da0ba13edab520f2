package vn.hoingo.events.permit;

import vn.hoingo.messaging.Refusal;

/** Why a permit says no. */
class PermitRefusal extends Refusal {

    PermitRefusal(Reason reason, Object... values) {
        super(reason, values);
    }

    enum Reason {
        PERMIT_NOT_IN_THIS_STATE,
        FILED_TOO_LATE,
        FILED_IN_THE_FUTURE,
        DECIDED_BEFORE_IT_WAS_FILED,
        UNKNOWN_TOPIC,
        DOSSIER_INCOMPLETE,
        DOSSIER_IS_FILED,
        UNKNOWN_PAPER,
        ASKED_IN_THE_FUTURE,
        ANSWERED_BEFORE_IT_WAS_ASKED,
        ANSWERED_IN_THE_FUTURE,
        ALREADY_ANSWERED
    }
}
