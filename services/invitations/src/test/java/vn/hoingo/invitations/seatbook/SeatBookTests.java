package vn.hoingo.invitations.seatbook;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoingo.invitations.seatbook.SeatBookFact.CapacityReached;
import vn.hoingo.invitations.seatbook.SeatBookFact.SeatReleased;

class SeatBookTests {

    private static final Instant NOON = Instant.parse("2026-09-01T05:00:00Z");
    private static final UUID ACTIVITY = UUID.fromString("00000000-0000-8000-8000-00000000000a");
    private static final UUID EVENT = UUID.fromString("00000000-0000-8000-8000-00000000000e");
    private static final UUID ANNA = UUID.fromString("00000000-0000-8000-8000-000000000001");
    private static final UUID BINH = UUID.fromString("00000000-0000-8000-8000-000000000002");

    @Test
    void theLastSeatIsGrantedOnce() {
        SeatBook book = of(1);
        assertThat(book.hold(ANNA, 1, NOON)).isTrue();
        assertThat(book.hold(BINH, 1, NOON)).isFalse();
        assertThat(book.announced()).containsExactly(new CapacityReached(ACTIVITY, EVENT, 1));
    }

    @Test
    void whatIsHeldBecomesTakenAndCountsOnce() {
        SeatBook book = of(3);
        book.hold(ANNA, 2, NOON);
        assertThat(book.take(ANNA, 2)).isTrue();
        assertThat(book.taken()).isEqualTo(2);
        assertThat(book.held()).isZero();
        assertThat(book.dueAt()).isNull();
    }

    @Test
    void aPartyComesWholeOrNotAtAll() {
        SeatBook book = of(3);
        book.take(ANNA, 2);
        assertThat(book.hold(BINH, 2, NOON)).isFalse();
        assertThat(book.free()).isEqualTo(1);
    }

    @Test
    void aReleasedSeatIsToldWithWhatIsFree() {
        SeatBook book = of(3);
        book.take(ANNA, 2);
        given(book).when(full -> full.release(ANNA)).thenAnnounces(new SeatReleased(ACTIVITY, EVENT, 3));
        given(book).when(empty -> empty.release(ANNA)).thenAnnouncesNothing();
    }

    @Test
    void whatIsHeldTooLongIsGivenBackAndWhatIsTakenIsNot() {
        SeatBook book = of(2);
        book.hold(ANNA, 1, NOON);
        book.take(BINH, 1);
        book.lapse(ANNA, NOON.minusSeconds(1));
        assertThat(book.free()).isZero();
        book.lapse(ANNA, NOON);
        book.lapse(BINH, NOON);
        assertThat(book.free()).isEqualTo(1);
        assertThat(book.taken()).isEqualTo(1);
    }

    @Test
    void anOfferIsNotCutShortByTheAnswerToIt() {
        SeatBook book = of(1);
        book.hold(ANNA, 1, NOON);
        book.hold(ANNA, 1, NOON.minusSeconds(60));
        assertThat(book.dueAt()).isEqualTo(NOON);
    }

    @Test
    void aCapacityBelowWhatIsTakenIsADebtAndNobodyLosesASeat() {
        SeatBook book = of(3);
        book.take(ANNA, 2);
        book.take(BINH, 1);
        book.resize(2, 5);
        assertThat(book.debt()).isEqualTo(1);
        assertThat(book.taken()).isEqualTo(3);
        assertThat(book.free()).isZero();
        given(book).when(owing -> owing.release(BINH)).thenAnnouncesNothing().thenIs(SeatBook::debt, 0);
    }

    @Test
    void moreSeatsAreToldToThoseWhoWait() {
        SeatBook book = of(1);
        book.take(ANNA, 1);
        given(book).when(full -> full.resize(3, 5)).thenAnnounces(new SeatReleased(ACTIVITY, EVENT, 2));
    }

    @Test
    void anOlderCapacityIsIgnored() {
        SeatBook book = of(1);
        book.resize(5, 7);
        book.resize(1, 6);
        assertThat(book.capacity()).isEqualTo(5);
    }

    @Test
    void aClosedBookGrantsNothingAndOffersNothing() {
        SeatBook book = of(2);
        book.take(ANNA, 1);
        book.close();
        assertThat(book.take(BINH, 1)).isFalse();
        given(book).when(closed -> closed.release(ANNA)).thenAnnouncesNothing();
    }

    private static SeatBook of(int capacity) {
        return SeatBook.of(new SeatBookId(ACTIVITY), EVENT, capacity, 1);
    }
}
