package vn.hoingo.delegations.bulkimport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.delegations.bulkimport.BulkImportFact.BulkImportCompleted;
import vn.hoingo.delegations.bulkimport.BulkImportFact.BulkImportStarted;
import vn.hoingo.delegations.bulkimport.BulkImportFact.BulkImportUndone;
import vn.hoingo.delegations.bulkimport.BulkImportRefusal.Reason;
import vn.hoingo.doors.Coded;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * A sheet of members for one event, on its way into delegations. First it is only looked at, and every row learns what would become of
 * it; somebody confirms that, and it is taken in; whoever sees that it was a mistake takes it back. Each of these goes part by part, one
 * part for one delegation, and remembers how far it is, so that it goes on there after whatever stopped it. The sheet itself is
 * sealed, and shredded when its time is over.
 */
@Document("bulk_imports")
@Announces("delegations.bulk-import")
@CompoundIndex(def = "{'uploadedAt': 1, '_id': 1}")
@CompoundIndex(def = "{'event': 1, 'uploadedAt': 1, '_id': 1}")
class BulkImport extends Aggregate<BulkImportId> {

    static final Duration KEPT = Duration.ofDays(30);

    enum State implements Coded {
        CHECKING,
        CHECKED,
        IMPORTING,
        IMPORTED,
        UNDOING,
        UNDONE,
        ABANDONED;

        boolean isAtWork() {
            return this == CHECKING || this == IMPORTING || this == UNDOING;
        }
    }

    private final UUID event;
    private final @Nullable UUID partner;
    private final String fileName;
    private final int rows;
    private final int parts;
    private final List<String> ignored;
    private final By by;
    private final Instant uploadedAt;

    private State state = State.CHECKING;
    private int next;
    private Counts counts = Counts.NONE;
    private boolean submits;
    private @Nullable String late;
    private By confirmedBy;
    private String correlation = "";
    private Instant changedAt;
    private Instant keptUntil;
    private boolean shredded;

    /** Who set something in motion, as the work in the background needs to know them. */
    record By(String account, List<String> roles, @Nullable UUID partner) {}

    /**
     * How many rows, so far.
     *
     * @param gone taken back
     * @param stays could not be taken back
     */
    record Counts(
            int fresh, int known, int there, int wrong, int delegations, int submitted, int gone, int stays, int done) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Counts and(Counts more) {
            return new Counts(
                    fresh + more.fresh,
                    known + more.known,
                    there + more.there,
                    wrong + more.wrong,
                    delegations + more.delegations,
                    submitted + more.submitted,
                    gone + more.gone,
                    stays + more.stays,
                    done + more.done);
        }

        int taken() {
            return fresh + known;
        }
    }

    BulkImport(
            BulkImportId id,
            UUID event,
            @Nullable UUID partner,
            String fileName,
            int rows,
            int parts,
            List<String> ignored,
            By by,
            Instant uploadedAt) {
        super(id);
        this.event = event;
        this.partner = partner;
        this.fileName = fileName;
        this.rows = rows;
        this.parts = parts;
        this.ignored = ignored;
        this.by = by;
        this.uploadedAt = uploadedAt;
        this.confirmedBy = by;
        this.changedAt = uploadedAt;
        this.keptUntil = uploadedAt.plus(KEPT);
    }

    static BulkImport upload(
            BulkImportId id,
            UUID event,
            @Nullable UUID partner,
            String fileName,
            int rows,
            int parts,
            List<String> ignored,
            By by,
            Instant now) {
        BulkImport fresh = new BulkImport(id, event, partner, fileName, rows, parts, ignored, by, now);
        fresh.dueAt(now);
        return fresh;
    }

    /** What was looked at is to be done now, as it is by then. */
    void confirm(boolean submit, @Nullable String because, By who, String act, Instant now) {
        if (state == State.IMPORTING || state == State.IMPORTED) {
            return;
        }
        refuseUnless(state == State.CHECKED, Reason.IMPORT_NOT_CHECKED, state);
        refuseUnless(counts.taken() > 0, Reason.IMPORT_TAKES_NOTHING);

        submits = submit;
        late = because;
        begin(State.IMPORTING, who, act, now);
        announce(new BulkImportStarted(id().value(), event, partner, rows, submit));
    }

    void undo(By who, String act, Instant now) {
        if (state == State.UNDOING || state == State.UNDONE) {
            return;
        }
        refuseUnless(state == State.IMPORTED, Reason.IMPORT_NOT_DONE, state);

        begin(State.UNDOING, who, act, now);
    }

    /** It was only looked at, and that is all. */
    void abandon(Instant now) {
        if (state == State.ABANDONED) {
            return;
        }
        refuseUnless(state == State.CHECKED || state == State.CHECKING, Reason.IMPORT_NOT_CHECKED, state);

        state = State.ABANDONED;
        changedAt = now;
        keptUntil = now;
        dueAt(now);
    }

    private void begin(State work, By who, String act, Instant now) {
        state = work;
        next = 0;
        counts = work == State.UNDOING ? counts.and(new Counts(0, 0, 0, 0, 0, 0, 0, 0, -counts.done())) : Counts.NONE;
        confirmedBy = who;
        correlation = act;
        changedAt = now;
        dueAt(now);
    }

    /** One part is done, at this place; a part that was counted already is not counted again. */
    void advance(State work, int part, Counts more, Instant now) {
        if (state != work || part != next) {
            return;
        }
        next = part + 1;
        counts = counts.and(more);
        changedAt = now;
        if (next == parts) {
            end(now);
        } else {
            dueAt(now);
        }
    }

    private void end(Instant now) {
        switch (state) {
            case IMPORTING -> {
                state = State.IMPORTED;
                announce(new BulkImportCompleted(
                        id().value(),
                        event,
                        partner,
                        counts.taken(),
                        counts.wrong(),
                        counts.delegations(),
                        counts.submitted()));
            }
            case UNDOING -> {
                state = State.UNDONE;
                announce(new BulkImportUndone(id().value(), event, partner, counts.gone(), counts.stays()));
            }
            default -> state = State.CHECKED;
        }
        keptUntil = now.plus(KEPT);
        dueAt(keptUntil);
    }

    /** The sheet is gone; what became of its rows is still known. */
    void shred() {
        if (state == State.CHECKED) {
            state = State.ABANDONED;
        }
        shredded = true;
        dueAt(null);
    }

    private static void refuseUnless(boolean allowed, Reason reason, Object... values) {
        if (!allowed) {
            throw new BulkImportRefusal(reason, values);
        }
    }

    boolean isSeenBy(@Nullable UUID onlyPartner) {
        return onlyPartner == null || onlyPartner.equals(partner);
    }

    boolean isAtWork() {
        return state.isAtWork();
    }

    UUID event() {
        return event;
    }

    @Nullable
    UUID partner() {
        return partner;
    }

    String fileName() {
        return fileName;
    }

    int rows() {
        return rows;
    }

    int parts() {
        return parts;
    }

    List<String> ignored() {
        return ignored;
    }

    By by() {
        return by;
    }

    By confirmedBy() {
        return confirmedBy;
    }

    String correlation() {
        return correlation;
    }

    State state() {
        return state;
    }

    int next() {
        return next;
    }

    Counts counts() {
        return counts;
    }

    boolean submits() {
        return submits;
    }

    @Nullable
    String late() {
        return late;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    Instant keptUntil() {
        return keptUntil;
    }

    boolean isShredded() {
        return shredded;
    }
}
