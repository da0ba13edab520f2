package vn.hoingo.invitations.waitlist;

import static vn.hoingo.invitations.waitlist.WaitlistEntry.Status.DECLINED;
import static vn.hoingo.invitations.waitlist.WaitlistEntry.Status.OFFERED;
import static vn.hoingo.invitations.waitlist.WaitlistEntry.Status.OFFER_LAPSED;
import static vn.hoingo.invitations.waitlist.WaitlistEntry.Status.REMOVED;
import static vn.hoingo.invitations.waitlist.WaitlistEntry.Status.TAKEN;
import static vn.hoingo.invitations.waitlist.WaitlistEntry.Status.WAITING;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.doors.Coded;
import vn.hoingo.invitations.waitlist.WaitlistFact.WaitlistJoined;
import vn.hoingo.invitations.waitlist.WaitlistFact.WaitlistOfferLapsed;
import vn.hoingo.invitations.waitlist.WaitlistFact.WaitlistOfferMade;
import vn.hoingo.invitations.waitlist.WaitlistFact.WaitlistOfferTaken;
import vn.hoingo.invitations.waitlist.WaitlistFact.WaitlistRemoved;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * Somebody who said yes when there was no seat. Entries are served by priority, then by when they came to this list. An offer
 * holds the seats until a time; then it lapses, and the next one is asked. A party comes whole or not at all.
 */
@Document("waitlist_entries")
@Announces("invitations.waitlist-entry")
@CompoundIndex(name = "in_order", def = "{'activity': 1, 'status': 1, 'priority': 1, 'enteredAt': 1, '_id': 1}")
@CompoundIndex(name = "by_turn", def = "{'activity': 1, 'turn': 1, '_id': 1}")
@CompoundIndex(name = "by_event", def = "{'event': 1, 'turn': 1, '_id': 1}")
@CompoundIndex(name = "by_invitation", def = "{'invitation': 1, '_id': 1}")
@CompoundIndex(name = "by_turn_alone", def = "{'turn': 1, '_id': 1}")
public class WaitlistEntry extends Aggregate<WaitlistEntryId> {

    private final UUID invitation;
    private final UUID activity;
    private final UUID event;
    private final UUID person;
    private final int seats;
    private final int priority;
    private final Instant enteredAt;
    private final String turn;
    private Status status = WAITING;
    private @Nullable Instant lapsesAt;

    WaitlistEntry(
            WaitlistEntryId id,
            UUID invitation,
            UUID activity,
            UUID event,
            UUID person,
            int seats,
            int priority,
            Instant enteredAt,
            String turn) {
        super(id);
        this.invitation = invitation;
        this.activity = activity;
        this.event = event;
        this.person = person;
        this.seats = seats;
        this.priority = priority;
        this.enteredAt = enteredAt;
        this.turn = turn;
    }

    static WaitlistEntry join(
            WaitlistEntryId id,
            UUID invitation,
            UUID activity,
            UUID event,
            UUID person,
            int seats,
            int priority,
            Instant now) {
        WaitlistEntry entry = new WaitlistEntry(
                id, invitation, activity, event, person, seats, priority, now, priority + "|" + now.toEpochMilli());
        entry.announce(new WaitlistJoined(id.value(), activity, event, person, seats, priority));
        return entry;
    }

    /** The seats are held for it until a time. One that is served already, or gone, says no. */
    boolean offer(Instant until) {
        if (status == OFFERED) {
            return true;
        }
        if (status != WAITING) {
            return false;
        }
        status = OFFERED;
        lapsesAt = until;
        dueAt(until);
        announce(new WaitlistOfferMade(id().value(), activity, event, person, seats, priority, invitation, until));
        return true;
    }

    /** The guest has its seats, by this offer or because one was free in the same moment. */
    void take() {
        if (status == TAKEN) {
            return;
        }
        status = TAKEN;
        dueAt(null);
        announce(new WaitlistOfferTaken(id().value(), activity, event, person, seats, priority));
    }

    /** The guest does not want a seat any more. */
    void decline() {
        end(status == OFFERED ? DECLINED : REMOVED);
    }

    /** Staff, or the end of the invitation, take it off the list. */
    void remove() {
        end(REMOVED);
    }

    private void end(Status how) {
        if (status != WAITING && status != OFFERED) {
            return;
        }
        status = how;
        dueAt(null);
        announce(new WaitlistRemoved(id().value(), activity, event, person, seats, priority));
    }

    /** Time is up for the offer. */
    boolean lapse(Instant now) {
        if (status == OFFERED && lapsesAt != null && !now.isBefore(lapsesAt)) {
            status = OFFER_LAPSED;
            dueAt(null);
            announce(new WaitlistOfferLapsed(id().value(), activity, event, person, seats, priority));
            return true;
        }
        dueAt(status == OFFERED ? lapsesAt : null);
        return status == OFFER_LAPSED;
    }

    UUID invitation() {
        return invitation;
    }

    UUID activity() {
        return activity;
    }

    UUID event() {
        return event;
    }

    UUID person() {
        return person;
    }

    int seats() {
        return seats;
    }

    int priority() {
        return priority;
    }

    Instant enteredAt() {
        return enteredAt;
    }

    Status status() {
        return status;
    }

    public @Nullable Instant lapsesAt() {
        return status == OFFERED ? lapsesAt : null;
    }

    /** What became of the wait. */
    enum Status implements Coded {
        WAITING,
        OFFERED,
        TAKEN,
        DECLINED,
        OFFER_LAPSED,
        REMOVED
    }
}
