package vn.hoingo.invitations.waitlist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.invitations.seatbook.SeatBook;
import vn.hoingo.invitations.seatbook.SeatDesk;
import vn.hoingo.invitations.waitlist.WaitlistEntry.Status;
import vn.hoingo.messaging.Absent;

/** Who waits for a seat, over HTTP; and the seat books, which are shown with how many wait and do not know that themselves. */
@RestController
@RequestMapping("/api/invitations")
class WaitlistController {

    private static final String READERS = "hasAnyRole('organiser','protocol-officer','delegation-officer','dispatcher',"
            + "'operations-watcher','auditor','service')";

    private final SeatDesk seats;
    private final WaitlistDesk waitlist;

    WaitlistController(SeatDesk seats, WaitlistDesk waitlist) {
        this.seats = seats;
        this.waitlist = waitlist;
    }

    @GetMapping("/seat-books/{activity}")
    @PreAuthorize(READERS)
    ResponseEntity<SeatBookView> book(@PathVariable UUID activity) {
        SeatBook book = seats.find(activity).orElseThrow(() -> new Absent("seat book", activity));
        return Answers.of(book, view(book, true));
    }

    @GetMapping("/seat-books")
    @PreAuthorize(READERS)
    Page<SeatBookView> books(@RequestParam UUID event, Paging paging) {
        return seats.page(event, paging).map(book -> view(book, false));
    }

    /** In the order in which seats are offered. */
    @GetMapping("/waitlist")
    @PreAuthorize(READERS)
    Page<EntryView> waitlist(
            @RequestParam(required = false) @Nullable UUID activity,
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable Status state,
            Paging paging) {
        return waitlist.page(activity, event, state, paging).map(EntryView::of);
    }

    @PostMapping("/waitlist/{id}/removal")
    @PreAuthorize("hasAnyRole('organiser','protocol-officer')")
    ResponseEntity<EntryView> remove(@PathVariable WaitlistEntryId id) {
        WaitlistEntry entry = waitlist.remove(id);
        return Answers.of(entry, EntryView.of(entry));
    }

    private SeatBookView view(SeatBook book, boolean grants) {
        UUID activity = book.id().value();
        return new SeatBookView(
                activity,
                book.event(),
                book.capacity(),
                book.taken(),
                book.held(),
                book.free(),
                waitlist.waiting(activity),
                book.debt(),
                book.isClosed(),
                grants ? book.grants().stream().map(GrantView::of).toList() : null);
    }

    record SeatBookView(
            UUID activityId,
            UUID eventId,
            int capacity,
            int taken,
            int held,
            int free,
            int waiting,
            int debt,
            boolean closed,
            @Nullable List<GrantView> grants) {}

    record GrantView(
            UUID invitationId,
            int seats,
            String state,
            @Nullable Instant until) {

        static GrantView of(SeatBook.Grant grant) {
            return new GrantView(grant.invitation(), grant.seats(), grant.isTaken() ? "taken" : "held", grant.until());
        }
    }

    record EntryView(
            UUID id,
            UUID activityId,
            UUID eventId,
            UUID personId,
            UUID invitationId,
            int seats,
            int priority,
            Instant enteredAt,
            String state,
            @Nullable Instant lapsesAt) {

        static EntryView of(WaitlistEntry entry) {
            return new EntryView(
                    entry.id().value(),
                    entry.activity(),
                    entry.event(),
                    entry.person(),
                    entry.invitation(),
                    entry.seats(),
                    entry.priority(),
                    entry.enteredAt(),
                    entry.status().code(),
                    entry.lapsesAt());
        }
    }
}
