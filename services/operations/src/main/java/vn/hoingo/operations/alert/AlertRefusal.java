package vn.hoingo.operations.alert;

import vn.hoingo.messaging.Refusal;

/** Why an alert cannot take what is asked of it. */
class AlertRefusal extends Refusal {

    enum Reason {
        ALREADY_MENDED
    }

    AlertRefusal(Reason reason, Object... values) {
        super(reason, values);
    }
}
