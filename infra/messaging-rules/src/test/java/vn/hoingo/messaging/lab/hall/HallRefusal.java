package vn.hoingo.messaging.lab.hall;

import vn.hoingo.messaging.Refusal;

public class HallRefusal extends Refusal {

    public enum Reason {
        SOLD_OUT
    }

    public HallRefusal(Reason reason, Object... values) {
        super(reason, values);
    }
}
