package vn.hoingo.invitations.invitation;

import static vn.hoingo.invitations.invitation.Invitation.Status.ACCEPTED;
import static vn.hoingo.invitations.invitation.Invitation.Status.DECLINED;
import static vn.hoingo.invitations.invitation.Invitation.Status.DRAFTED;
import static vn.hoingo.invitations.invitation.Invitation.Status.EXPIRED;
import static vn.hoingo.invitations.invitation.Invitation.Status.REVOKED;
import static vn.hoingo.invitations.invitation.Invitation.Status.SENT;
import static vn.hoingo.invitations.invitation.Invitation.Status.SUBSTITUTE_ACCEPTED;
import static vn.hoingo.invitations.invitation.Invitation.Status.SUBSTITUTE_PROPOSED;
import static vn.hoingo.invitations.invitation.Invitation.Status.SUBSTITUTE_REFUSED;
import static vn.hoingo.invitations.invitation.Invitation.Status.TENTATIVE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.doors.Coded;
import vn.hoingo.invitations.invitation.InvitationFact.GuestAccepted;
import vn.hoingo.invitations.invitation.InvitationFact.GuestDeclined;
import vn.hoingo.invitations.invitation.InvitationFact.GuestRankCorrected;
import vn.hoingo.invitations.invitation.InvitationFact.GuestTentative;
import vn.hoingo.invitations.invitation.InvitationFact.InvitationExpired;
import vn.hoingo.invitations.invitation.InvitationFact.InvitationReissued;
import vn.hoingo.invitations.invitation.InvitationFact.InvitationRevoked;
import vn.hoingo.invitations.invitation.InvitationFact.InvitationSent;
import vn.hoingo.invitations.invitation.InvitationFact.SubstituteAccepted;
import vn.hoingo.invitations.invitation.InvitationFact.SubstituteProposed;
import vn.hoingo.invitations.invitation.InvitationFact.SubstituteRefused;
import vn.hoingo.invitations.invitation.InvitationRefusal.Reason;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * An invitation asks one person to one activity. Its answer may change until the activity begins, and all answers are kept in
 * the order in which they came; one that comes after the deadline is recorded and takes no seat. When the dates move it is issued
 * again with the next revision, and who had said yes is asked to confirm. It ends when it is revoked or nobody answers.
 */
@Document("invitations")
@Announces("invitations.invitation")
@CompoundIndex(
        name = "one_live_per_person_and_activity",
        def = "{'activity': 1, 'guest': 1}",
        unique = true,
        partialFilter = "{'live': true}")
@CompoundIndex(name = "by_event", def = "{'event': 1, 'sentAt': 1, '_id': 1}")
@CompoundIndex(name = "by_activity", def = "{'activity': 1, 'sentAt': 1, '_id': 1}")
@CompoundIndex(name = "by_delegation", def = "{'delegation': 1, 'sentAt': 1, '_id': 1}")
@CompoundIndex(name = "by_guest", def = "{'guest': 1, 'sentAt': 1, '_id': 1}")
@CompoundIndex(name = "by_partner", def = "{'partner': 1, 'sentAt': 1, '_id': 1}")
@CompoundIndex(name = "by_status", def = "{'status': 1, 'sentAt': 1, '_id': 1}")
@CompoundIndex(name = "by_sending", def = "{'sentAt': 1, '_id': 1}")
@CompoundIndex(name = "by_deadline", def = "{'answerBy': 1, '_id': 1}")
@CompoundIndex(name = "by_priority", def = "{'priority': 1, '_id': 1}")
public class Invitation extends Aggregate<InvitationId> {

    private static final int KEPT_ANSWERS = 200;
    private static final Set<Status> TO_CONFIRM =
            EnumSet.of(ACCEPTED, TENTATIVE, SUBSTITUTE_PROPOSED, SUBSTITUTE_ACCEPTED);

    private final UUID event;
    private final UUID activity;
    private final UUID guest;

    private @Nullable UUID delegation;
    private @Nullable UUID partner;
    private @Nullable Integer rank;
    private Origin origin = Origin.STAFF;
    private String category = "";
    private int priority;
    private int seats;
    private Instant answerBy = Instant.EPOCH;
    private Status status = DRAFTED;
    private boolean live = true;
    private int revision = 1;
    private int link = 1;
    private @Nullable Instant sentAt;
    private boolean toReconfirm;
    private boolean seated;
    private boolean waitlisted;
    private int timesWaitlisted;
    private @Nullable UUID substitute;
    private @Nullable String revokedFor;
    private List<Answer> answers = new ArrayList<>();

    private int eventRevision;
    private int activityRevision;
    private @Nullable String reissuedUnder;
    private @Nullable Instant reissuedAt;

    Invitation(InvitationId id, UUID event, UUID activity, UUID guest) {
        super(id);
        this.event = event;
        this.activity = activity;
        this.guest = guest;
    }

    /** An invitation that is prepared and not sent yet. */
    static Invitation draft(UUID event, UUID activity, UUID guest, Asking asking) {
        Invitation invitation = new Invitation(InvitationId.of(activity, guest), event, activity, guest);
        invitation.take(asking);
        return invitation;
    }

    private void take(Asking asking) {
        delegation = asking.delegation();
        partner = asking.partner();
        rank = asking.rank();
        origin = asking.origin();
        category = asking.category();
        priority = asking.priority();
        seats = asking.seats();
        answerBy = asking.answerBy();
        eventRevision = asking.eventRevision();
        activityRevision = asking.activityRevision();
    }

    void send(Instant now) {
        refuseUnless(status != REVOKED, Reason.INVITATION_REVOKED);
        refuseUnless(status == DRAFTED, Reason.ALREADY_SENT);

        status = SENT;
        sentAt = now;
        dueAt(answerBy);
        announceSending();
    }

    /** Asks somebody again whose earlier invitation came to an end. */
    void askAgain(Asking asking, Instant now) {
        refuseUnless(!live || status == DECLINED || status == EXPIRED, Reason.ALREADY_INVITED);

        take(asking);
        status = SENT;
        live = true;
        revision++;
        link++;
        sentAt = now;
        toReconfirm = false;
        seated = false;
        waitlisted = false;
        substitute = null;
        revokedFor = null;
        reissuedUnder = null;
        dueAt(answerBy);
        announceSending();
    }

    private void announceSending() {
        announce(new InvitationSent(
                id().value(), activity, event, guest, delegation, seats, answerBy, revision, waitlisted));
    }

    /** Says no to an answer that cannot be taken any more, before a seat is asked for. */
    public void refuseUnlessAnswerable(Instant now, Instant begins) {
        refuseUnless(status != REVOKED, Reason.INVITATION_REVOKED);
        refuseUnless(status != DRAFTED, Reason.NOT_SENT_YET);
        refuseUnless(now.isBefore(begins), Reason.ANSWERED_TOO_LATE, begins);
    }

    /** True when saying yes now would take a seat: in time, or because it has or is offered one. */
    public boolean takesSeatAt(Instant now) {
        return now.isBefore(answerBy) || hasSeat() || waitlisted;
    }

    /** The guest says yes, and has the seats. A yes after the deadline is recorded and changes nothing. */
    public void accept(Reply reply, Instant now, Instant begins) {
        refuseUnlessAnswerable(now, begins);
        if (status == ACCEPTED && !toReconfirm) {
            return; // a repeated answer is not a new one
        }
        if (!takesSeatAt(now)) {
            record(Said.ACCEPTED, reply, now);
            return;
        }
        status = ACCEPTED;
        seated = true;
        toReconfirm = false;
        waitlisted = false;
        substitute = null;
        dueAt(null);
        record(Said.ACCEPTED, reply, now);
        announce(new GuestAccepted(id().value(), activity, event, guest, delegation, seats, rank));
    }

    /** The guest says yes, and there is no seat: it waits for one. */
    public void waitForSeat(@Nullable Reply reply, Instant now) {
        refuseUnless(status != REVOKED, Reason.INVITATION_REVOKED);
        if (reply != null) {
            if (seated && status == ACCEPTED) {
                return; // the same yes, said twice at once, found its seat the first time
            }
            record(Said.ACCEPTED, reply, now);
        }
        if (waitlisted) {
            return;
        }
        status = SENT;
        toReconfirm = false;
        seated = false;
        waitlisted = true;
        timesWaitlisted++;
        dueAt(null);
    }

    /** The wait is over without a seat. */
    public void leaveWaitlist(Instant now) {
        if (!waitlisted) {
            return;
        }
        waitlisted = false;
        if (awaitsAnswer()) {
            dueAt(now.isBefore(answerBy) ? answerBy : now);
        }
    }

    /** The guest says no; the seats are free from now on, also when the deadline has passed. */
    public void decline(Reply reply, Instant now, Instant begins) {
        refuseUnlessAnswerable(now, begins);
        if (status == DECLINED) {
            return;
        }
        status = DECLINED;
        seated = false;
        toReconfirm = false;
        waitlisted = false;
        substitute = null;
        dueAt(null);
        record(Said.DECLINED, reply, now);
        announce(new GuestDeclined(id().value(), activity, event, guest, delegation));
    }

    /** The guest does not know yet: no seat is kept, unless one is offered just now. */
    public void answerTentatively(Reply reply, Instant now, Instant begins) {
        refuseUnlessAnswerable(now, begins);
        if (status == TENTATIVE && !toReconfirm) {
            return;
        }
        record(Said.TENTATIVE, reply, now);
        if (!now.isBefore(answerBy) && !hasSeat()) {
            return;
        }
        status = TENTATIVE;
        seated = false;
        toReconfirm = false;
        substitute = null;
        dueAt(now.isBefore(answerBy) ? answerBy : null);
        announce(new GuestTentative(id().value(), activity, event, guest, delegation));
    }

    /** The guest sends somebody else, whom staff accept or refuse. What seats it has it keeps until then. */
    public void proposeSubstitute(UUID person, Reply reply, Instant now, Instant begins) {
        refuseUnlessAnswerable(now, begins);
        refuseUnless(now.isBefore(answerBy) || hasSeat(), Reason.SUBSTITUTE_TOO_LATE, answerBy);
        if (status == SUBSTITUTE_PROPOSED && person.equals(substitute)) {
            return;
        }
        status = SUBSTITUTE_PROPOSED;
        toReconfirm = false;
        waitlisted = false;
        substitute = person;
        dueAt(null);
        record(Said.SUBSTITUTE, reply, now);
        announce(new SubstituteProposed(id().value(), activity, event, guest, person));
    }

    public void acceptSubstitute() {
        refuseUnless(status != REVOKED, Reason.INVITATION_REVOKED);
        UUID person = substitute;
        if (status == SUBSTITUTE_ACCEPTED) {
            return;
        }
        if (status != SUBSTITUTE_PROPOSED || person == null) {
            throw new InvitationRefusal(Reason.NO_SUBSTITUTE_PROPOSED);
        }
        status = SUBSTITUTE_ACCEPTED;
        seated = true;
        announce(new SubstituteAccepted(id().value(), activity, event, guest, person));
    }

    /** Staff do not take the substitute; the guest may still answer. */
    public void refuseSubstitute() {
        refuseUnless(status != REVOKED, Reason.INVITATION_REVOKED);
        UUID person = substitute;
        if (status == SUBSTITUTE_REFUSED) {
            return;
        }
        if (status != SUBSTITUTE_PROPOSED || person == null) {
            throw new InvitationRefusal(Reason.NO_SUBSTITUTE_PROPOSED);
        }
        status = SUBSTITUTE_REFUSED;
        seated = false;
        announce(new SubstituteRefused(id().value(), activity, event, guest, person));
    }

    /** The host takes the invitation back, for a reason that is a code. */
    void revoke(String reason) {
        if (status == REVOKED) {
            return;
        }
        boolean wasSent = status != DRAFTED;
        status = REVOKED;
        live = false;
        seated = false;
        waitlisted = false;
        toReconfirm = false;
        revokedFor = reason;
        dueAt(null);
        if (wasSent) {
            announce(new InvitationRevoked(id().value(), activity, event, guest, delegation, reason));
        }
    }

    /** Nobody answered in time. Answers may still come, and are recorded. */
    void expire(Instant now) {
        if (!awaitsAnswer() || now.isBefore(answerBy)) {
            dueAt(awaitsAnswer() ? answerBy : null);
            return;
        }
        status = EXPIRED;
        toReconfirm = false;
        dueAt(null);
        announce(new InvitationExpired(id().value(), activity, event, guest, delegation));
    }

    /**
     * The event moved, so the invitation is issued again: who said no is not asked again, who said yes is asked to confirm. An
     * older revision than the last one heard is ignored.
     *
     * @param under what one act of a person set in motion; the event and its activities move together and are one reissue
     */
    void followEvent(int newEventRevision, Duration later, String under, Duration settling, Instant now) {
        if (newEventRevision <= eventRevision) {
            return;
        }
        eventRevision = newEventRevision;
        reissue(later, under, settling, now);
    }

    /** The activity moved alone, or along with its event. */
    void followActivity(int newActivityRevision, Duration later, String under, Duration settling, Instant now) {
        if (newActivityRevision <= activityRevision) {
            return;
        }
        activityRevision = newActivityRevision;
        reissue(later, under, settling, now);
    }

    private void reissue(Duration later, String under, Duration settling, Instant now) {
        if (status == DRAFTED || !live) {
            answerBy = answerBy.plus(later);
            return;
        }
        if (status == DECLINED) {
            return;
        }
        boolean sameAct = under.equals(reissuedUnder);
        if (sameAct && reissuedAt != null && now.isBefore(reissuedAt.plus(settling))) {
            return; // it was issued again for this already, and the letter is not written yet
        }
        reissuedUnder = under;
        reissuedAt = now;
        revision++;
        link++;
        Instant moved = sameAct ? answerBy : answerBy.plus(later);
        answerBy = moved.isBefore(now.plus(Duration.ofDays(1))) ? now.plus(Duration.ofDays(2)) : moved;
        toReconfirm = TO_CONFIRM.contains(status);
        if (status == EXPIRED) {
            status = SENT;
        }
        if (awaitsAnswer()) {
            dueAt(answerBy);
        }
        announce(new InvitationReissued(
                id().value(), activity, event, guest, delegation, seats, answerBy, revision, waitlisted));
    }

    /** The guest has another rank than was known. Of a guest who has not accepted it is told with the yes. */
    void correctRank(int corrected) {
        if (!live || rank != null && rank == corrected) {
            return;
        }
        rank = corrected;
        if (status == ACCEPTED) {
            announce(new GuestRankCorrected(id().value(), activity, event, guest, corrected));
        }
    }

    /** All links that went out are void; the letter goes out again with a new one. */
    void renewLink(Instant now) {
        refuseUnless(status != REVOKED, Reason.INVITATION_REVOKED);
        refuseUnless(status != DRAFTED, Reason.NOT_SENT_YET);
        link++;
        revision++;
        reissuedAt = now;
        reissuedUnder = null;
        announce(new InvitationReissued(
                id().value(), activity, event, guest, delegation, seats, answerBy, revision, waitlisted));
    }

    private boolean awaitsAnswer() {
        return (status == SENT || status == TENTATIVE) && !waitlisted;
    }

    private void record(Said said, Reply reply, Instant now) {
        int number = answers.isEmpty() ? 1 : answers.getLast().number() + 1;
        answers.add(new Answer(number, said, now, reply.channel(), !now.isBefore(answerBy), reply.note()));
        if (answers.size() > KEPT_ANSWERS) {
            answers.removeFirst();
        }
    }

    private static void refuseUnless(boolean allowed, Reason reason, Object... values) {
        if (!allowed) {
            throw new InvitationRefusal(reason, values);
        }
    }

    /** True while seats are its own: the guest comes, a substitute comes, or one is being decided on. */
    public boolean hasSeat() {
        return seated;
    }

    /** True when the last answer said yes and came too late for a seat. */
    public boolean isLateYes() {
        return !answers.isEmpty()
                && answers.getLast().late()
                && answers.getLast().said() == Said.ACCEPTED
                && !hasSeat()
                && !waitlisted;
    }

    public UUID event() {
        return event;
    }

    public UUID activity() {
        return activity;
    }

    public UUID guest() {
        return guest;
    }

    public @Nullable UUID delegation() {
        return delegation;
    }

    public @Nullable UUID partner() {
        return partner;
    }

    public @Nullable Integer rank() {
        return rank;
    }

    public Origin origin() {
        return origin;
    }

    public String category() {
        return category;
    }

    public int priority() {
        return priority;
    }

    public int seats() {
        return seats;
    }

    public Instant answerBy() {
        return answerBy;
    }

    public Status status() {
        return status;
    }

    /** False once it was revoked. */
    public boolean isLive() {
        return live;
    }

    public int revision() {
        return revision;
    }

    /** Which of its links is good; older ones are void. */
    public int link() {
        return link;
    }

    public @Nullable Instant sentAt() {
        return sentAt;
    }

    public boolean isToReconfirm() {
        return toReconfirm;
    }

    public boolean isWaitlisted() {
        return waitlisted;
    }

    /** How often it came to the waitlist: each time is an entry of its own. */
    public int timesWaitlisted() {
        return timesWaitlisted;
    }

    public @Nullable UUID substitute() {
        return substitute;
    }

    public @Nullable String revokedFor() {
        return revokedFor;
    }

    /** The revision of the activity that it speaks of. */
    public int activityRevision() {
        return activityRevision;
    }

    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Where in its life it is. */
    public enum Status implements Coded {
        DRAFTED,
        SENT,
        ACCEPTED,
        DECLINED,
        TENTATIVE,
        SUBSTITUTE_PROPOSED,
        SUBSTITUTE_ACCEPTED,
        SUBSTITUTE_REFUSED,
        EXPIRED,
        REVOKED
    }

    /** Who wished it: staff by hand, or the rule that heads of delegation are asked. */
    public enum Origin implements Coded {
        STAFF,
        HEAD_OF_DELEGATION
    }

    /** What a guest can say. */
    public enum Said implements Coded {
        ACCEPTED,
        DECLINED,
        TENTATIVE,
        SUBSTITUTE
    }

    /**
     * How an answer came.
     *
     * @param channel {@code link}, or how staff were told: phone, paper, e-mail, in-person
     */
    public record Reply(String channel, @Nullable String note) {

        public static final Reply BY_LINK = new Reply("link", null);
    }

    /** One answer, in the order in which they came. */
    public record Answer(
            int number,
            Said said,
            Instant at,
            String channel,
            boolean late,
            @Nullable String note) {}

    /**
     * How somebody is asked.
     *
     * @param rank of the guest, when it is known
     * @param eventRevision the dates of the event that it speaks of
     */
    public record Asking(
            @Nullable UUID delegation,
            @Nullable UUID partner,
            @Nullable Integer rank,
            Origin origin,
            String category,
            int priority,
            int seats,
            Instant answerBy,
            int eventRevision,
            int activityRevision) {}
}
