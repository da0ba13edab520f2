package vn.hoingo.invitations.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.activity.Programme;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.invitation.Invitation.Reply;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.invitations.invitation.InvitationRefusal;
import vn.hoingo.invitations.invitation.Invitations;
import vn.hoingo.invitations.seatbook.SeatDesk;
import vn.hoingo.invitations.waitlist.WaitlistDesk;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Decisions;

/**
 * Takes answers. A yes asks the seat book first, and only then is the invitation completed; whatever came of it, the book and
 * the waitlist are then settled with the invitation, which has the last word.
 */
@Component
class AnsweringInvitations {

    private static final Duration COMPLETING = Duration.ofMinutes(2);

    private final Invitations invitations;
    private final SeatDesk seats;
    private final WaitlistDesk waitlist;
    private final Programme programme;
    private final Decisions decisions;
    private final Clock clock;

    AnsweringInvitations(
            Invitations invitations,
            SeatDesk seats,
            WaitlistDesk waitlist,
            Programme programme,
            Decisions decisions,
            Clock clock) {
        this.invitations = invitations;
        this.seats = seats;
        this.waitlist = waitlist;
        this.programme = programme;
        this.decisions = decisions;
        this.clock = clock;
    }

    Invitation accept(InvitationId id, Reply reply) {
        Instant now = clock.instant();
        Invitation asked = invitations.get(id);
        Instant begins = begins(asked);
        asked.refuseUnlessAnswerable(now, begins);
        boolean full = asked.takesSeatAt(now) && !hasRoomFor(asked, now);
        return thenSettle(
                id,
                () -> decisions.change(invitations, id, invitation -> {
                    if (full) {
                        invitation.waitForSeat(reply, now);
                    } else {
                        invitation.accept(reply, now, begins);
                    }
                }));
    }

    Invitation decline(InvitationId id, Reply reply) {
        Instant now = clock.instant();
        Instant begins = begins(invitations.get(id));
        return thenSettle(
                id, () -> decisions.change(invitations, id, invitation -> invitation.decline(reply, now, begins)));
    }

    Invitation answerTentatively(InvitationId id, Reply reply) {
        Instant now = clock.instant();
        Instant begins = begins(invitations.get(id));
        return thenSettle(
                id,
                () -> decisions.change(
                        invitations, id, invitation -> invitation.answerTentatively(reply, now, begins)));
    }

    Invitation get(InvitationId id) {
        return invitations.get(id);
    }

    /** Says no before somebody is registered who would not be taken. */
    void refuseUnlessAnswerable(Invitation invitation) {
        invitation.refuseUnlessAnswerable(clock.instant(), begins(invitation));
    }

    Invitation proposeSubstitute(InvitationId id, UUID person, Reply reply) {
        Instant now = clock.instant();
        Instant begins = begins(invitations.get(id));
        return thenSettle(
                id,
                () -> decisions.change(
                        invitations, id, invitation -> invitation.proposeSubstitute(person, reply, now, begins)));
    }

    /** Staff take the substitute, for whom there must be a seat. */
    Invitation acceptSubstitute(InvitationId id) {
        Invitation asked = invitations.get(id);
        boolean decided = asked.status() != Invitation.Status.SUBSTITUTE_PROPOSED;
        if (!decided && !hasRoomFor(asked, clock.instant())) {
            throw new InvitationRefusal(InvitationRefusal.Reason.ACTIVITY_FULL, asked.seats());
        }
        return thenSettle(id, () -> decisions.change(invitations, id, Invitation::acceptSubstitute));
    }

    Invitation refuseSubstitute(InvitationId id) {
        return thenSettle(id, () -> decisions.change(invitations, id, Invitation::refuseSubstitute));
    }

    /** Holds the seats while the invitation is completed. Who came earlier and waits goes first. */
    private boolean hasRoomFor(Invitation asked, Instant now) {
        UUID invitation = asked.id().value();
        boolean holds = seats.find(asked.activity())
                .flatMap(book -> book.grantOf(invitation))
                .isPresent();
        return (holds || !waitlist.isSomebodyBefore(asked))
                && seats.hold(asked.activity(), invitation, asked.seats(), now.plus(COMPLETING));
    }

    private Invitation thenSettle(InvitationId id, Runnable completion) {
        try {
            completion.run();
        } finally {
            settle(id); // a refused completion gives the grant back
        }
        return invitations.get(id);
    }

    /** Makes the seat book and the waitlist say what the invitation says. Doing it twice, or late, does no harm. */
    void settle(InvitationId id) {
        long asOf;
        do {
            Invitation invitation = invitations.get(id);
            asOf = invitation.version();
            settle(invitation);
        } while (invitations.get(id).version() != asOf); // it changed meanwhile
    }

    private void settle(Invitation invitation) {
        UUID id = invitation.id().value();
        if (invitation.hasSeat()) {
            if (seats.take(invitation.activity(), id, invitation.seats())) {
                waitlist.served(invitation);
            } else {
                decisions.change(invitations, invitation.id(), lost -> {
                    if (lost.hasSeat()) {
                        lost.waitForSeat(null, clock.instant());
                    }
                });
            }
        } else if (invitation.isWaitlisted()) {
            seats.releaseTaken(invitation.activity(), id);
            waitlist.join(invitation);
        } else {
            seats.release(invitation.activity(), id);
            waitlist.gone(invitation);
        }
    }

    private Instant begins(Invitation invitation) {
        return programme
                .find(invitation.activity())
                .orElseThrow(() -> new Absent("activity", invitation.activity()))
                .window()
                .startsAt();
    }
}
