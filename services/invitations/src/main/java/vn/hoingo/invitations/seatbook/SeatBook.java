package vn.hoingo.invitations.seatbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.invitations.seatbook.SeatBookFact.CapacityReached;
import vn.hoingo.invitations.seatbook.SeatBookFact.SeatReleased;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * A seat book grants the seats of one activity, and never grants more than there are, whoever asks at the same time. A grant
 * names its taker: first it is held until a time, then taken when the invitation says yes; what ends leaves the book. When the
 * capacity falls below what is taken already, nobody loses a seat: the difference is a debt that a person settles.
 */
@Document("seat_books")
@Announces("invitations.seat-book")
@CompoundIndex(name = "by_event", def = "{'event': 1, '_id': 1}")
public class SeatBook extends Aggregate<SeatBookId> {

    private final UUID event;
    private int capacity;
    private long capacityAsOf;
    private boolean closed;
    private List<Grant> grants = new ArrayList<>();

    SeatBook(SeatBookId id, UUID event) {
        super(id);
        this.event = event;
    }

    /** @param asOf the fact of the activity, by its number, that told the capacity */
    static SeatBook of(SeatBookId id, UUID event, int capacity, long asOf) {
        SeatBook book = new SeatBook(id, event);
        book.capacity = capacity;
        book.capacityAsOf = asOf;
        return book;
    }

    /**
     * Holds seats for an invitation until a time; one that holds or has them keeps them.
     *
     * @return false when there are not that many left
     */
    boolean hold(UUID invitation, int seats, Instant until) {
        return grant(invitation, seats, State.HELD, until);
    }

    /** The invitation says yes: what is held for it is its own, or as many seats are taken now if they are there. */
    boolean take(UUID invitation, int seats) {
        return grant(invitation, seats, State.TAKEN, null);
    }

    private boolean grant(UUID invitation, int seats, State state, @Nullable Instant until) {
        Grant before = grantOf(invitation).orElse(null);
        int more = seats - (before == null ? 0 : before.seats());
        if (closed && more > 0 || more > 0 && free() < more) {
            return false;
        }
        boolean wasFull = isFull();
        State next = before != null && before.state() == State.TAKEN ? State.TAKEN : state;
        grants.remove(before);
        grants.add(new Grant(invitation, seats, next, next == State.TAKEN ? null : later(before, until)));
        mindWhatIsHeld();
        if (isFull() && !wasFull) {
            announce(new CapacityReached(id().value(), event, capacity));
        } else if (more < 0) {
            announceWhatIsFree();
        }
        return true;
    }

    /** What is held until a time is not held shorter because it is asked for again. */
    private static @Nullable Instant later(@Nullable Grant before, @Nullable Instant until) {
        Instant already = before == null ? null : before.until();
        return already != null && until != null && already.isAfter(until) ? already : until;
    }

    /** Gives back whatever an invitation has here; one that has nothing changes nothing. */
    void release(UUID invitation) {
        grantOf(invitation).ifPresent(grant -> {
            grants.remove(grant);
            mindWhatIsHeld();
            announceWhatIsFree();
        });
    }

    /** Gives back what an invitation took and does not have any more; what is held for it, as an offer is, stays held. */
    void releaseTaken(UUID invitation) {
        grantOf(invitation).filter(Grant::isTaken).ifPresent(grant -> release(invitation));
    }

    /** Gives back what was held for an invitation and not taken in time. */
    void lapse(UUID invitation, Instant now) {
        grantOf(invitation).filter(grant -> grant.isOver(now)).ifPresent(grant -> release(invitation));
    }

    /** The activity has another capacity; an older number than the last one heard is ignored. */
    void resize(int newCapacity, long asOf) {
        if (asOf <= capacityAsOf) {
            return;
        }
        boolean wasFull = isFull();
        int before = free();
        capacity = newCapacity;
        capacityAsOf = asOf;
        if (isFull() && !wasFull) {
            announce(new CapacityReached(id().value(), event, capacity));
        } else if (free() > before) {
            announceWhatIsFree();
        }
    }

    /** The activity does not take place: no seat is granted any more. */
    void close() {
        closed = true;
    }

    private void announceWhatIsFree() {
        if (free() > 0 && !closed) {
            announce(new SeatReleased(id().value(), event, free()));
        }
    }

    private void mindWhatIsHeld() {
        dueAt(grants.stream()
                .map(Grant::until)
                .filter(until -> until != null)
                .min(Comparator.naturalOrder())
                .orElse(null));
    }

    public UUID event() {
        return event;
    }

    public int capacity() {
        return capacity;
    }

    public int taken() {
        return sum(State.TAKEN);
    }

    public int held() {
        return sum(State.HELD);
    }

    /** How many seats can still be granted; never below 0. */
    public int free() {
        return Math.max(0, capacity - taken() - held());
    }

    /** How many seats more than there are were granted before the capacity fell. */
    public int debt() {
        return Math.max(0, taken() + held() - capacity);
    }

    public boolean isClosed() {
        return closed;
    }

    public Optional<Grant> grantOf(UUID invitation) {
        return grants.stream()
                .filter(grant -> grant.invitation().equals(invitation))
                .findFirst();
    }

    /** Who was held a seat longer than agreed. */
    public List<UUID> overdue(Instant now) {
        return grants.stream()
                .filter(grant -> grant.isOver(now))
                .map(Grant::invitation)
                .toList();
    }

    public List<Grant> grants() {
        return List.copyOf(grants);
    }

    private boolean isFull() {
        return free() == 0;
    }

    private int sum(State state) {
        return grants.stream()
                .filter(grant -> grant.state() == state)
                .mapToInt(Grant::seats)
                .sum();
    }

    /**
     * Seats, and who has them.
     *
     * @param until when what is held is given to others; null once it is taken
     */
    public record Grant(
            UUID invitation,
            int seats,
            State state,
            @Nullable Instant until) {

        boolean isOver(Instant now) {
            return until != null && !now.isBefore(until);
        }

        public boolean isTaken() {
            return state == State.TAKEN;
        }
    }

    /** Held until a time, or taken for good. */
    public enum State {
        HELD,
        TAKEN
    }
}
