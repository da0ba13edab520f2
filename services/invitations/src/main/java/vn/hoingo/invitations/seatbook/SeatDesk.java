package vn.hoingo.invitations.seatbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.invitations.activity.KnownActivities;
import vn.hoingo.invitations.activity.KnownActivity;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Decisions;

/** Where seats are asked for. A book is born with the capacity that is known when it is asked first. */
@Component
public class SeatDesk {

    private final SeatBooks books;
    private final KnownActivities activities;
    private final Decisions decisions;
    private final MongoOperations mongo;

    SeatDesk(SeatBooks books, KnownActivities activities, Decisions decisions, MongoOperations mongo) {
        this.books = books;
        this.activities = activities;
        this.decisions = decisions;
        this.mongo = mongo;
    }

    /** Holds seats for an invitation until a time; false when the activity is full. */
    public boolean hold(UUID activity, UUID invitation, int seats, Instant until) {
        return ask(activity, book -> book.hold(invitation, seats, until));
    }

    /** Takes the seats that are held for an invitation, or free ones; false when the activity is full. */
    public boolean take(UUID activity, UUID invitation, int seats) {
        return ask(activity, book -> book.take(invitation, seats));
    }

    public void release(UUID activity, UUID invitation) {
        tell(activity, book -> book.release(invitation));
    }

    public void releaseTaken(UUID activity, UUID invitation) {
        tell(activity, book -> book.releaseTaken(invitation));
    }

    public void lapse(UUID activity, UUID invitation, Instant now) {
        tell(activity, book -> book.lapse(invitation, now));
    }

    /** The activity has this capacity, as its fact of that number says. */
    void resize(UUID activity, UUID event, int capacity, long asOf) {
        SeatBookId id = new SeatBookId(activity);
        decisions.decide(books, id, () -> SeatBook.of(id, event, capacity, asOf), book -> {
            book.resize(capacity, asOf);
            return true;
        });
    }

    /** The activity does not take place. A book that nobody asked yet is made for it, so that nobody will. */
    public void close(UUID activity, UUID event) {
        SeatBookId id = new SeatBookId(activity);
        decisions.decide(books, id, () -> SeatBook.of(id, event, 0, 0), book -> {
            book.close();
            return true;
        });
    }

    public boolean isClosed(UUID activity) {
        return find(activity).map(SeatBook::isClosed).orElse(false);
    }

    public Optional<SeatBook> find(UUID activity) {
        return books.findById(new SeatBookId(activity));
    }

    public List<SeatBook> ofEvent(UUID event) {
        return books.findByEvent(event);
    }

    public Page<SeatBook> page(UUID event, Paging paging) {
        return Keyset.page(mongo, SeatBook.class, Criteria.where("event").is(event), paging, "event");
    }

    private boolean ask(UUID activity, Function<SeatBook, Boolean> question) {
        SeatBookId id = new SeatBookId(activity);
        return decisions.decide(books, id, () -> birth(id), question);
    }

    private void tell(UUID activity, Consumer<SeatBook> verb) {
        SeatBookId id = new SeatBookId(activity);
        if (books.findById(id).isPresent()) {
            decisions.decide(books, id, book -> {
                verb.accept(book);
                return true;
            });
        }
    }

    private SeatBook birth(SeatBookId id) {
        KnownActivity known = activities.find(id.value()).orElseThrow(() -> new Absent("activity", id.value()));
        return SeatBook.of(id, known.event(), known.capacity(), known.capacityAsOf());
    }
}
