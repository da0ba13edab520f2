package vn.hoingo.invitations.seatbook;

import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Aggregates;

interface SeatBooks extends Aggregates<SeatBook, SeatBookId> {

    List<SeatBook> findByEvent(UUID event);
}
