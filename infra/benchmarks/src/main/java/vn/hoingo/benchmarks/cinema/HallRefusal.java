package vn.hoingo.benchmarks.cinema;

import vn.hoingo.messaging.Refusal;

/** Why a hall says no. */
public class HallRefusal extends Refusal {

    /** The one reason there is. */
    public enum Reason {
        SOLD_OUT
    }

    HallRefusal(Reason reason, Object... values) {
        super(reason, values);
    }
}
