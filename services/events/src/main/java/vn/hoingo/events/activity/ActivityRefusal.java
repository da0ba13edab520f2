package vn.hoingo.events.activity;

import vn.hoingo.messaging.Refusal;

/** Why an activity says no. */
class ActivityRefusal extends Refusal {

    ActivityRefusal(Reason reason, Object... values) {
        super(reason, values);
    }

    enum Reason {
        OUTSIDE_THE_EVENT,
        EVENT_IS_OVER,
        ALREADY_DROPPED,
        NEGATIVE_CAPACITY
    }
}
