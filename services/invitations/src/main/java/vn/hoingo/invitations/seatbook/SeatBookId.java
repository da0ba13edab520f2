package vn.hoingo.invitations.seatbook;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** The identity of a seat book: that of its activity. */
public record SeatBookId(UUID value) implements Id {}
