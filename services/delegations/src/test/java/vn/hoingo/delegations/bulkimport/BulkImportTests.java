package vn.hoingo.delegations.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoingo.delegations.bulkimport.BulkImport.By;
import vn.hoingo.delegations.bulkimport.BulkImport.Counts;
import vn.hoingo.delegations.bulkimport.BulkImport.State;
import vn.hoingo.delegations.bulkimport.BulkImportFact.BulkImportCompleted;
import vn.hoingo.delegations.bulkimport.BulkImportFact.BulkImportStarted;
import vn.hoingo.delegations.bulkimport.BulkImportFact.BulkImportUndone;

class BulkImportTests {

    private static final Instant NOON = Instant.parse("2026-11-15T12:00:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID EVENT = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final By OFFICER = new By("officer", List.of("delegation-officer"), null);
    private static final Counts TWO_NEW = new Counts(2, 0, 0, 0, 1, 0, 0, 0, 2);
    private static final Counts ONE_WRONG = new Counts(0, 0, 0, 1, 0, 0, 0, 0, 1);

    @Test
    void aSheetIsLookedAtBeforeAnythingIsTaken() {
        BulkImport job = uploaded();

        assertThat(job.state()).isEqualTo(State.CHECKING);
        assertThat(job.dueAt()).isEqualTo(NOON);
        assertThatThrownBy(() -> job.confirm(false, null, OFFICER, "act", NOON)).isInstanceOf(BulkImportRefusal.class);
        assertThat(job.announced()).isEmpty();
    }

    @Test
    void partAfterPartIsCountedOnceHoweverOftenItIsDone() {
        BulkImport job = uploaded();

        job.advance(State.CHECKING, 0, TWO_NEW, NOON);
        job.advance(State.CHECKING, 0, TWO_NEW, NOON);

        assertThat(job.next()).isEqualTo(1);
        assertThat(job.counts().fresh()).isEqualTo(2);
        job.advance(State.CHECKING, 1, ONE_WRONG, NOON);
        assertThat(job.state()).isEqualTo(State.CHECKED);
        assertThat(job.counts().done()).isEqualTo(3);
    }

    @Test
    void whatIsConfirmedBeginsAgainAtTheFirstPartAndTellsWhenItIsThrough() {
        BulkImport job = checked();

        job.confirm(true, "late", OFFICER, "act", NOON);

        assertThat(job.counts()).isEqualTo(Counts.NONE);
        job.advance(State.IMPORTING, 0, TWO_NEW, NOON);
        job.advance(State.IMPORTING, 1, ONE_WRONG, NOON);
        assertThat(job.announced())
                .containsExactly(
                        new BulkImportStarted(ID, EVENT, null, 3, true),
                        new BulkImportCompleted(ID, EVENT, null, 2, 1, 1, 0));
        assertThat(job.state()).isEqualTo(State.IMPORTED);
    }

    @Test
    void confirmingTwiceIsOnce() {
        BulkImport job = checked();

        job.confirm(false, null, OFFICER, "act", NOON);
        job.advance(State.IMPORTING, 0, TWO_NEW, NOON);
        job.confirm(false, null, OFFICER, "act", NOON);

        assertThat(job.next()).isEqualTo(1);
        assertThat(job.announced()).hasSize(1);
    }

    @Test
    void aSheetOfWhichNothingCanBeTakenIsNotConfirmed() {
        BulkImport job = uploaded();
        job.advance(State.CHECKING, 0, ONE_WRONG, NOON);
        job.advance(State.CHECKING, 1, ONE_WRONG, NOON);

        assertThatThrownBy(() -> job.confirm(false, null, OFFICER, "act", NOON))
                .isInstanceOfSatisfying(BulkImportRefusal.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(BulkImportRefusal.Reason.IMPORT_TAKES_NOTHING));
    }

    @Test
    void whatWasTakenInIsTakenBackAndWhatWasTakenStillIsKnown() {
        BulkImport job = imported();

        job.undo(OFFICER, "act", NOON);
        job.advance(State.UNDOING, 0, new Counts(0, 0, 0, 0, 0, 0, 1, 1, 2), NOON);
        job.advance(State.UNDOING, 1, new Counts(0, 0, 0, 0, 0, 0, 0, 0, 1), NOON);

        assertThat(job.state()).isEqualTo(State.UNDONE);
        assertThat(job.counts().fresh()).isEqualTo(2);
        assertThat(job.announced()).last().isEqualTo(new BulkImportUndone(ID, EVENT, null, 1, 1));
    }

    @Test
    void onlyWhatWasTakenInIsTakenBack() {
        assertThatThrownBy(() -> checked().undo(OFFICER, "act", NOON)).isInstanceOf(BulkImportRefusal.class);
    }

    @Test
    void whatWasOnlyLookedAtIsGivenUpAndItsSheetIsDueForTheShredder() {
        BulkImport job = checked();

        job.abandon(NOON);

        assertThat(job.state()).isEqualTo(State.ABANDONED);
        assertThat(job.dueAt()).isEqualTo(NOON);
        job.shred();
        assertThat(job.isShredded()).isTrue();
        assertThat(job.dueAt()).isNull();
        assertThatThrownBy(() -> imported().abandon(NOON)).isInstanceOf(BulkImportRefusal.class);
    }

    @Test
    void aSheetIsKeptForThirtyDaysAfterItIsThrough() {
        assertThat(imported().dueAt()).isEqualTo(NOON.plus(BulkImport.KEPT));
    }

    private static BulkImport uploaded() {
        return BulkImport.upload(new BulkImportId(ID), EVENT, null, "guests.xlsx", 3, 2, List.of(), OFFICER, NOON);
    }

    private static BulkImport checked() {
        BulkImport job = uploaded();
        job.advance(State.CHECKING, 0, TWO_NEW, NOON);
        job.advance(State.CHECKING, 1, ONE_WRONG, NOON);
        return job;
    }

    private static BulkImport imported() {
        BulkImport job = checked();
        job.confirm(false, null, OFFICER, "act", NOON);
        job.advance(State.IMPORTING, 0, TWO_NEW, NOON);
        job.advance(State.IMPORTING, 1, ONE_WRONG, NOON);
        return job;
    }
}
