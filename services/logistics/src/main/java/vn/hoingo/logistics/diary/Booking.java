package vn.hoingo.logistics.diary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.doors.Coded;

/**
 * One line of a diary: for whom, from when until when, and how firmly.
 *
 * @param heldUntil when a booking that is only held is given back; null once it is confirmed
 * @param language which of an interpreter's languages is needed
 * @param asOf the version of its plan that asked last; who knows only an earlier one cannot give it back
 */
public record Booking(
        Taker taker,
        Interval interval,
        State state,
        @Nullable Instant heldUntil,
        @Nullable String language,
        long asOf) {

    UUID plan() {
        return taker.planId();
    }

    public boolean isFirm() {
        return state != State.HELD;
    }

    Booking at(Interval other, @Nullable String itsLanguage, long askedAsOf) {
        return new Booking(taker, other, state, heldUntil, itsLanguage, Math.max(asOf, askedAsOf));
    }

    Booking as(State next) {
        return new Booking(taker, interval, next, null, language, asOf);
    }

    /** How firmly something is booked. What is over, or was given back, is not in the diary any more. */
    public enum State implements Coded {
        HELD,
        CONFIRMED,
        IN_USE
    }

    /** The arrival plan that takes it, and whose it is. */
    public record Taker(UUID planId, UUID delegationId, UUID eventId, UUID partnerId) {}
}
