package vn.hoingo.events.deadline;

import vn.hoingo.messaging.Refusal;

/** Why a plan says no. */
class PlanRefusal extends Refusal {

    PlanRefusal(Reason reason, Object... values) {
        super(reason, values);
    }

    enum Reason {
        PLAN_IS_CLOSED,
        DEADLINE_OF_SOMEBODY_ELSE,
        DEADLINE_IS_SETTLED
    }
}
