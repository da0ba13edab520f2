package vn.hoingo.logistics.arrival;

import vn.hoingo.messaging.Refusal;

/** Why an arrival plan says no. */
class ArrivalRefusal extends Refusal {

    ArrivalRefusal(Reason reason, Object... values) {
        super(reason, values);
    }

    enum Reason {
        ARRIVAL_IS_OVER,
        INPUTS_CHANGED,
        STILL_MISSING,
        TOO_FEW_SEATS,
        WRONG_KIND,
        WRONG_LANGUAGE,
        WRONG_AIRPORT,
        NO_INTERPRETER_NEEDED,
        FLIGHT_IS_CANCELLED,
        NOT_LANDED,
        NOT_AT_RISK
    }
}
