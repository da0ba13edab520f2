package vn.hoingo.invitations.seatbook;

import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** What can happen to the seats of an activity. Carries plain values: these records leave the service. */
public sealed interface SeatBookFact {

    @Contract("invitations.capacity-reached.v1")
    record CapacityReached(UUID activityId, UUID eventId, int capacity) implements SeatBookFact {}

    @Contract("invitations.seat-released.v1")
    record SeatReleased(UUID activityId, UUID eventId, int free) implements SeatBookFact {}
}
