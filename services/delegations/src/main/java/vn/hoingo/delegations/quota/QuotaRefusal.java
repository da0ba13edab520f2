package vn.hoingo.delegations.quota;

import vn.hoingo.messaging.Refusal;

/** Why a place is not granted. */
public final class QuotaRefusal extends Refusal {

    /** The reasons. */
    public enum Reason {
        OVER_QUOTA,
        ALREADY_REGISTERED,
        PERSON_ALREADY_REGISTERED
    }

    QuotaRefusal(Reason reason, Object... values) {
        super(reason, values);
    }
}
