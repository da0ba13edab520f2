package vn.hoingo.logistics.diary;

import static vn.hoingo.logistics.diary.Booking.State.CONFIRMED;
import static vn.hoingo.logistics.diary.Booking.State.HELD;
import static vn.hoingo.logistics.diary.Booking.State.IN_USE;
import static vn.hoingo.logistics.diary.DiaryRefusal.Reason.ALREADY_BOOKED;
import static vn.hoingo.logistics.diary.DiaryRefusal.Reason.NOT_HELD;
import static vn.hoingo.logistics.diary.DiaryRefusal.Reason.OUT_OF_SERVICE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.logistics.diary.Booking.Taker;
import vn.hoingo.logistics.diary.DiaryFact.InterpreterAssigned;
import vn.hoingo.logistics.diary.DiaryFact.InterpreterReleased;
import vn.hoingo.logistics.diary.DiaryFact.ResourceAdded;
import vn.hoingo.logistics.diary.DiaryFact.ResourceOutOfService;
import vn.hoingo.logistics.diary.DiaryFact.VehicleAssigned;
import vn.hoingo.logistics.diary.DiaryFact.VehicleReleased;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * A diary says who has one car, or one person, and when. Two bookings never come closer than the travel buffer, because nobody
 * else may say yes. A plan has one line in it: asking again for the same time changes nothing, asking for another time
 * moves the line, or leaves it where it is when there is no room. What is held and never confirmed is given back when its time is
 * over; what has ended is not in the diary any more.
 */
@Document("diaries")
@Announces("logistics.diary")
@CompoundIndex(name = "by_label", def = "{'label': 1, '_id': 1}")
@CompoundIndex(name = "of_kind", def = "{'kind': 1, 'label': 1, '_id': 1}")
@CompoundIndex(name = "that_can_be_booked", def = "{'kind': 1, 'inService': 1, 'seats': 1, '_id': 1}")
@CompoundIndex(name = "booked_by_plan", def = "{'bookings.taker.planId': 1}")
public class Diary extends Aggregate<DiaryId> {

    private final Kind kind;
    private final String label;
    private final int seats;
    private final List<String> languages;
    private final @Nullable String airport;
    private boolean inService = true;
    private List<Booking> bookings = new ArrayList<>();

    Diary(DiaryId id, Kind kind, String label, int seats, List<String> languages, @Nullable String airport) {
        super(id);
        this.kind = kind;
        this.label = label;
        this.seats = seats;
        this.languages = languages;
        this.airport = airport;
    }

    static Diary add(DiaryId id, Kind kind, String label, int seats, List<String> languages, @Nullable String airport) {
        Diary diary = new Diary(id, kind, label, seats, languages, airport);
        diary.announceThatItCanBeBooked();
        return diary;
    }

    /**
     * Keeps that time for a plan until it is confirmed, or until the hold is over. A line that is firm stays firm when it moves.
     *
     * @param asOf the version of the plan that asks
     */
    Booking hold(Taker taker, long asOf, Interval interval, @Nullable String language, Duration buffer, Instant until) {
        refuseUnless(inService, OUT_OF_SERVICE, label);
        conflict(taker.planId(), interval, buffer).ifPresent(other -> {
            throw new DiaryRefusal(
                    ALREADY_BOOKED,
                    label,
                    other.interval().from(),
                    other.interval().until(),
                    other.taker());
        });

        Booking before = bookingOf(taker.planId()).orElse(null);
        if (before == null) {
            return write(new Booking(taker, interval, HELD, until, language, asOf));
        }
        Booking after = write(before.at(interval, language, asOf));
        boolean moved = !before.interval().equals(interval) || !Objects.equals(before.language(), language);
        if (moved && before.isFirm()) {
            announceReleased(before);
            announceAssigned(after);
        }
        return after;
    }

    void confirm(UUID plan, Interval interval) {
        Booking held = bookingOf(plan)
                .filter(booking -> booking.interval().equals(interval))
                .orElseThrow(() -> new DiaryRefusal(NOT_HELD, label));
        if (held.isFirm()) {
            return;
        }
        announceAssigned(write(held.as(CONFIRMED)));
    }

    /** The party has landed: from now on its car and its people are with it. */
    void begin(UUID plan) {
        bookingOf(plan).filter(booking -> booking.state() == CONFIRMED).ifPresent(booking -> write(booking.as(IN_USE)));
    }

    /**
     * Gives back what the plan has, unless a later version of the plan asked for it meanwhile.
     *
     * @param before the version of the plan that does not use it any more
     */
    boolean release(UUID plan, long before) {
        Booking booking = bookingOf(plan).filter(line -> line.asOf() < before).orElse(null);
        if (booking == null) {
            return false;
        }
        bookings.remove(booking);
        dueAtTheEarliestHold();
        if (booking.isFirm()) {
            announceReleased(booking);
        }
        return true;
    }

    /** It broke down, or fell ill. Who had it must find another. */
    void takeOutOfService() {
        if (!inService) {
            return;
        }
        inService = false;
        List.copyOf(bookings).forEach(booking -> release(booking.plan(), Long.MAX_VALUE));
        announce(new ResourceOutOfService(id().value()));
    }

    void putBackInService() {
        if (inService) {
            return;
        }
        inService = true;
        announceThatItCanBeBooked();
    }

    /** The plans whose hold is over. */
    public List<UUID> holdsOverAt(Instant now) {
        return bookings.stream()
                .filter(booking ->
                        booking.heldUntil() != null && !booking.heldUntil().isAfter(now))
                .map(Booking::plan)
                .toList();
    }

    /** What stands in the way of that plan having that time; a look only, the answer may be another when it is asked for. */
    public Optional<Booking> conflict(UUID plan, Interval interval, Duration buffer) {
        return bookings.stream()
                .filter(booking -> !booking.plan().equals(plan))
                .filter(booking -> booking.interval().conflictsWith(interval, buffer))
                .findFirst();
    }

    public Optional<Booking> bookingOf(UUID plan) {
        return bookings.stream().filter(booking -> booking.plan().equals(plan)).findFirst();
    }

    private Booking write(Booking booking) {
        bookings.removeIf(line -> line.plan().equals(booking.plan()));
        bookings.add(booking);
        dueAtTheEarliestHold();
        return booking;
    }

    private void dueAtTheEarliestHold() {
        dueAt(bookings.stream()
                .map(Booking::heldUntil)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null));
    }

    private void announceThatItCanBeBooked() {
        announce(new ResourceAdded(
                id().value(),
                kind.code(),
                kind == Kind.VEHICLE ? label : null,
                seats > 0 ? seats : null,
                languages.isEmpty() ? null : languages));
    }

    private void announceAssigned(Booking booking) {
        Taker taker = booking.taker();
        Interval interval = booking.interval();
        if (kind == Kind.VEHICLE) {
            announce(new VehicleAssigned(
                    id().value(),
                    taker.planId(),
                    taker.delegationId(),
                    taker.eventId(),
                    interval.from(),
                    interval.until()));
        } else if (kind == Kind.INTERPRETER && booking.language() != null) {
            announce(new InterpreterAssigned(
                    id().value(),
                    taker.planId(),
                    taker.delegationId(),
                    taker.eventId(),
                    interval.from(),
                    interval.until(),
                    booking.language()));
        }
    }

    private void announceReleased(Booking booking) {
        Taker taker = booking.taker();
        Interval interval = booking.interval();
        if (kind == Kind.VEHICLE) {
            announce(new VehicleReleased(
                    id().value(),
                    taker.planId(),
                    taker.delegationId(),
                    taker.eventId(),
                    interval.from(),
                    interval.until()));
        } else if (kind == Kind.INTERPRETER && booking.language() != null) {
            announce(new InterpreterReleased(
                    id().value(),
                    taker.planId(),
                    taker.delegationId(),
                    taker.eventId(),
                    interval.from(),
                    interval.until(),
                    booking.language()));
        }
    }

    private static void refuseUnless(boolean allowed, DiaryRefusal.Reason reason, Object... values) {
        if (!allowed) {
            throw new DiaryRefusal(reason, values);
        }
    }

    public Kind kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    public int seats() {
        return seats;
    }

    public List<String> languages() {
        return languages;
    }

    public @Nullable String airport() {
        return airport;
    }

    public boolean isInService() {
        return inService;
    }

    public List<Booking> bookings() {
        return List.copyOf(bookings);
    }
}
