package vn.hoingo.invitations.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.activity.KnownActivity;
import vn.hoingo.invitations.activity.KnownEvent;
import vn.hoingo.invitations.activity.KnownEvents;
import vn.hoingo.invitations.activity.Programme;
import vn.hoingo.invitations.activity.Window;
import vn.hoingo.invitations.invitation.Invitation.Asking;
import vn.hoingo.invitations.invitation.Invitation.Origin;
import vn.hoingo.invitations.invitation.InvitationRefusal.Reason;
import vn.hoingo.invitations.seatbook.SeatDesk;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Refusal;

/** Where people are asked, asked again when dates move, and told that they are not. */
@Component
public class InvitationDesk {

    public static final String HEAD_REPLACED = "head-replaced";
    private static final Logger LOG = LoggerFactory.getLogger(InvitationDesk.class);
    private static final int PRIORITY_OF_HEADS = 3;

    private final Invitations invitations;
    private final Programme programme;
    private final KnownEvents events;
    private final SeatDesk seats;
    private final Decisions decisions;
    private final Clock clock;
    private final Duration settling;

    InvitationDesk(
            Invitations invitations,
            Programme programme,
            KnownEvents events,
            SeatDesk seats,
            Decisions decisions,
            Clock clock,
            @Value("${hoingo.letters.settling:10s}") Duration settling) {
        this.invitations = invitations;
        this.programme = programme;
        this.events = events;
        this.seats = seats;
        this.decisions = decisions;
        this.clock = clock;
        this.settling = settling;
    }

    /** Staff ask somebody, or prepare to. */
    Invitation invite(Wish wish) {
        KnownActivity activity = programme.get(wish.activity());
        if (!activity.takesPlace()) {
            throw new InvitationRefusal(Reason.ACTIVITY_DROPPED);
        }
        if (events.find(activity.event()).map(KnownEvent::ended).isPresent()) {
            throw new InvitationRefusal(Reason.EVENT_OVER);
        }
        Instant now = clock.instant();
        Asking asking = new Asking(
                wish.delegation(),
                wish.partner(),
                wish.rank(),
                Origin.STAFF,
                wish.category(),
                wish.priority(),
                wish.seats(),
                wish.answerBy() == null ? Deadlines.answerBy(activity.window(), now) : wish.answerBy(),
                revisionOf(activity.event()),
                activity.revision());
        return ask(activity, wish.guest(), asking, wish.draft(), now);
    }

    /**
     * The rule asks a head of delegation. Somebody who was asked already is left in peace, whatever the answer was; only who had
     * to make way for another head and leads again is asked again.
     */
    public void inviteHead(UUID activityId, UUID head, UUID delegation, UUID partner, int rank) {
        KnownActivity activity = programme.get(activityId);
        Invitation before =
                invitations.findById(InvitationId.of(activityId, head)).orElse(null);
        if (before != null && (before.isLive() || !HEAD_REPLACED.equals(before.revokedFor()))) {
            return;
        }
        Instant now = clock.instant();
        Asking asking = new Asking(
                delegation,
                partner,
                rank,
                Origin.HEAD_OF_DELEGATION,
                "head-of-delegation",
                PRIORITY_OF_HEADS,
                1,
                Deadlines.answerBy(activity.window(), now),
                revisionOf(activity.event()),
                activity.revision());
        ask(activity, head, asking, false, now);
    }

    private Invitation ask(KnownActivity activity, UUID guest, Asking asking, boolean draft, Instant now) {
        InvitationId id = InvitationId.of(activity.id(), guest);
        Invitation invitation = decisions.open(
                invitations,
                id,
                () -> {
                    Invitation drafted = Invitation.draft(activity.event(), activity.id(), guest, asking);
                    if (!draft) {
                        drafted.send(now);
                    }
                    return drafted;
                },
                existing -> again(existing, asking, now));
        // Rule 13: what the decision was based on is looked at once more, now that it is saved.
        if (seats.isClosed(activity.id())) {
            return revoke(id, "activity-dropped");
        }
        return invitation;
    }

    /** The same wish a second time is the same invitation; another wish is not. */
    private Invitation again(Invitation existing, Asking asking, Instant now) {
        boolean same = existing.isLive()
                && existing.seats() == asking.seats()
                && existing.priority() == asking.priority()
                && existing.category().equals(asking.category())
                && existing.status() != Invitation.Status.DECLINED
                && existing.status() != Invitation.Status.EXPIRED
                && Acting.current().request() != null;
        return same
                ? existing
                : decisions.change(invitations, existing.id(), invitation -> invitation.askAgain(asking, now));
    }

    Invitation send(InvitationId id) {
        return decisions.change(invitations, id, invitation -> invitation.send(clock.instant()));
    }

    public Invitation revoke(InvitationId id, String reason) {
        return decisions.change(invitations, id, invitation -> invitation.revoke(reason));
    }

    Invitation renewLink(InvitationId id) {
        return decisions.change(invitations, id, invitation -> invitation.renewLink(clock.instant()));
    }

    void expire(InvitationId id, Instant now) {
        decisions.change(invitations, id, invitation -> invitation.expire(now));
    }

    /** What a delegation was asked to is taken back. */
    public void revokeAllOfDelegation(UUID delegation, String reason) {
        each(invitations.findByDelegation(delegation), invitation -> revoke(invitation.id(), reason));
    }

    /** The activity does not take place: its seats are closed first, so that whoever is asked meanwhile finds out. */
    void revokeAllOfActivity(UUID activity, UUID event, String reason) {
        seats.close(activity, event);
        each(invitations.findByActivity(activity), invitation -> revoke(invitation.id(), reason));
    }

    void revokeAllOfEvent(UUID event, String reason) {
        seats.ofEvent(event).forEach(book -> seats.close(book.id().value(), event));
        each(invitations.findByEvent(event), invitation -> revoke(invitation.id(), reason));
    }

    /** An invitation to what was dropped while it was being sent. */
    public boolean isBaseless(Invitation invitation) {
        return invitation.isLive() && seats.isClosed(invitation.activity());
    }

    void followEvent(UUID event, int revision, Window from, Window to) {
        String under = Acting.current().correlation();
        change(
                invitations.findByEvent(event),
                invitation -> invitation.followEvent(revision, from.until(to), under, settling, clock.instant()));
    }

    void followActivity(UUID activity, int revision, Window from, Window to) {
        String under = Acting.current().correlation();
        change(
                invitations.findByActivity(activity),
                invitation -> invitation.followActivity(revision, from.until(to), under, settling, clock.instant()));
    }

    void correctRank(UUID guest, int rank) {
        change(invitations.findByGuest(guest), invitation -> invitation.correctRank(rank));
    }

    private void change(List<Invitation> some, Consumer<Invitation> verb) {
        each(some, invitation -> decisions.change(invitations, invitation.id(), verb));
    }

    /** Each for itself: where one refuses the others go on. */
    private static void each(List<Invitation> some, Consumer<Invitation> verb) {
        for (Invitation invitation : some) {
            try {
                verb.accept(invitation);
            } catch (Refusal refusal) {
                LOG.info("{} refuses: {}", invitation.id().value(), refusal.reason());
            }
        }
    }

    Invitation get(InvitationId id) {
        return invitations.get(id);
    }

    private int revisionOf(UUID event) {
        return events.find(event).map(KnownEvent::revision).orElse(0);
    }

    /**
     * What staff wish.
     *
     * @param answerBy the deadline; null for the usual one
     */
    record Wish(
            UUID guest,
            UUID activity,
            @Nullable UUID delegation,
            @Nullable UUID partner,
            @Nullable Integer rank,
            String category,
            int priority,
            int seats,
            @Nullable Instant answerBy,
            boolean draft) {}
}
