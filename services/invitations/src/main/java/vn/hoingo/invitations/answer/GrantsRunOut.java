package vn.hoingo.invitations.answer;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.invitations.seatbook.SeatBook;
import vn.hoingo.invitations.seatbook.SeatDesk;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.WhenDue;

/** Seats that were held for an answer which was never completed: the invitation says whose they are. */
@Component
class GrantsRunOut implements WhenDue<SeatBook> {

    private final SeatDesk seats;
    private final AnsweringInvitations answering;

    GrantsRunOut(SeatDesk seats, AnsweringInvitations answering) {
        this.seats = seats;
        this.answering = answering;
    }

    @Override
    public Class<SeatBook> aggregate() {
        return SeatBook.class;
    }

    @Override
    public void becameDue(UUID activity, Instant now) {
        seats.find(activity).ifPresent(book -> book.overdue(now).forEach(invitation -> {
            try {
                answering.settle(new InvitationId(invitation));
            } catch (Absent neverSaved) {
                seats.release(activity, invitation);
            }
            seats.lapse(activity, invitation, now);
        }));
    }
}
