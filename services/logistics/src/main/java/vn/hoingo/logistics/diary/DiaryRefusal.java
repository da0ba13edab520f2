package vn.hoingo.logistics.diary;

import vn.hoingo.messaging.Refusal;

/** Why a diary says no. */
public class DiaryRefusal extends Refusal {

    DiaryRefusal(Reason reason, Object... values) {
        super(reason, values);
    }

    /** Each has its sentence in the messages. */
    public enum Reason {
        ALREADY_BOOKED,
        OUT_OF_SERVICE,
        NOT_HELD
    }
}
