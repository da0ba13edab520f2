package vn.hoingo.events.event;

import vn.hoingo.messaging.Refusal;

/** Why an event says no. */
class EventRefusal extends Refusal {

    EventRefusal(Reason reason, Object... values) {
        super(reason, values);
    }

    enum Reason {
        ENDS_BEFORE_IT_STARTS,
        NOT_IN_THIS_STATE,
        REGISTRATION_CLOSES_IN_THE_PAST,
        REGISTRATION_CLOSES_AFTER_THE_EVENT,
        REGISTRATION_IS_NOT_OPEN,
        QUOTA_MUST_BE_POSITIVE,
        NO_PERMIT,
        PERMIT_REFUSED
    }
}
