package vn.hoingo.logistics.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.logistics.diary.ADiary.BANGKOK;
import static vn.hoingo.logistics.diary.ADiary.BUFFER;
import static vn.hoingo.logistics.diary.ADiary.BUSAN;
import static vn.hoingo.logistics.diary.ADiary.HANA;
import static vn.hoingo.logistics.diary.ADiary.HOLD_ENDS;
import static vn.hoingo.logistics.diary.ADiary.VAN_07;
import static vn.hoingo.logistics.diary.ADiary.confirmedFor;
import static vn.hoingo.logistics.diary.ADiary.heldBy;
import static vn.hoingo.logistics.diary.ADiary.minutes;
import static vn.hoingo.logistics.diary.ADiary.ofAVan;
import static vn.hoingo.logistics.diary.ADiary.ofAnInterpreter;
import static vn.hoingo.logistics.diary.DiaryRefusal.Reason.ALREADY_BOOKED;
import static vn.hoingo.logistics.diary.DiaryRefusal.Reason.NOT_HELD;
import static vn.hoingo.logistics.diary.DiaryRefusal.Reason.OUT_OF_SERVICE;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoingo.logistics.diary.Booking.Taker;
import vn.hoingo.logistics.diary.DiaryFact.InterpreterAssigned;
import vn.hoingo.logistics.diary.DiaryFact.ResourceAdded;
import vn.hoingo.logistics.diary.DiaryFact.ResourceOutOfService;
import vn.hoingo.logistics.diary.DiaryFact.VehicleAssigned;
import vn.hoingo.logistics.diary.DiaryFact.VehicleReleased;

class DiaryTests {

    @Test
    void aVehicleIsAddedWithItsPlatesAndAPersonWithoutAName() {
        assertThat(ofAVan().announced())
                .containsExactly(new ResourceAdded(VAN_07.value(), "vehicle", "Xe 07 · 51B-123.45", 16, null));
        assertThat(ofAnInterpreter().announced())
                .containsExactly(new ResourceAdded(HANA.value(), "interpreter", null, null, List.of("ja", "ko")));
    }

    @Nested
    class Holding {

        @Test
        void whatIsHeldIsNotYetAssigned() {
            given(ofAVan())
                    .when(van -> van.hold(BUSAN, 1, minutes(0, 120), null, BUFFER, HOLD_ENDS))
                    .thenAnnouncesNothing()
                    .thenIs(Diary::dueAt, HOLD_ENDS);
        }

        @ParameterizedTest
        @CsvSource({"0, 120", "119, 200", "-60, 1", "60, 90", "149, 200", "-100, -29"})
        void whoeverComesTooCloseIsRefused(int from, int until) {
            given(confirmedFor(BUSAN, minutes(0, 120)))
                    .when(van -> van.hold(BANGKOK, 1, minutes(from, until), null, BUFFER, HOLD_ENDS))
                    .thenRefuses(ALREADY_BOOKED);
        }

        @ParameterizedTest
        @CsvSource({"150, 200", "-100, -30"})
        void whoeverKeepsTheTravelBufferIsNot(int from, int until) {
            given(confirmedFor(BUSAN, minutes(0, 120)))
                    .when(van -> van.hold(BANGKOK, 1, minutes(from, until), null, BUFFER, HOLD_ENDS))
                    .thenAnnouncesNothing()
                    .thenIs(van -> van.bookings().size(), 2);
        }

        @Test
        void whatIsOnlyHeldIsTakenToo() {
            given(heldBy(BUSAN, minutes(0, 120)))
                    .when(van -> van.hold(BANGKOK, 1, minutes(60, 180), null, BUFFER, HOLD_ENDS))
                    .thenRefuses(ALREADY_BOOKED);
        }

        @Test
        void askingAgainChangesNothing() {
            given(heldBy(BUSAN, minutes(0, 120)))
                    .when(van -> van.hold(BUSAN, 1, minutes(0, 120), null, BUFFER, HOLD_ENDS.plusSeconds(60)))
                    .thenAnnouncesNothing()
                    .thenIs(Diary::dueAt, HOLD_ENDS);
        }

        @Test
        void aPlanThatAsksForAnotherTimeKeepsItsCar() {
            given(confirmedFor(BUSAN, minutes(0, 120)))
                    .when(van -> van.hold(BUSAN, 1, minutes(60, 180), null, BUFFER, HOLD_ENDS))
                    .thenAnnounces(VehicleReleased.class, VehicleAssigned.class)
                    .thenIs(van -> van.bookings().size(), 1)
                    .thenIs(van -> van.bookings().getFirst().interval(), minutes(60, 180));
        }

        @Test
        void aPlanThatCannotHaveAnotherTimeKeepsTheOldOne() {
            Diary van = confirmedFor(BUSAN, minutes(0, 120));
            van.hold(BANGKOK, 1, minutes(150, 240), null, BUFFER, HOLD_ENDS);
            given(van)
                    .when(full -> full.hold(BUSAN, 1, minutes(60, 180), null, BUFFER, HOLD_ENDS))
                    .thenRefuses(ALREADY_BOOKED);
            assertThat(van.bookingOf(BUSAN.planId())).map(Booking::interval).contains(minutes(0, 120));
        }

        @Test
        void nothingIsHeldOutOfService() {
            Diary van = ofAVan();
            van.takeOutOfService();
            given(van)
                    .when(broken -> broken.hold(BUSAN, 1, minutes(0, 120), null, BUFFER, HOLD_ENDS))
                    .thenRefuses(OUT_OF_SERVICE);
        }
    }

    @Nested
    class Confirming {

        @Test
        void whatIsConfirmedIsAssigned() {
            given(heldBy(BUSAN, minutes(0, 120)))
                    .when(van -> van.confirm(BUSAN.planId(), minutes(0, 120)))
                    .thenAnnounces(new VehicleAssigned(
                            VAN_07.value(),
                            BUSAN.planId(),
                            BUSAN.delegationId(),
                            BUSAN.eventId(),
                            minutes(0, 120).from(),
                            minutes(0, 120).until()))
                    .thenIs(van -> van.dueAt(), (Instant) null);
        }

        @Test
        void anInterpreterIsAssignedInALanguage() {
            Diary hana = ofAnInterpreter();
            hana.hold(BUSAN, 1, minutes(0, 120), "ko", BUFFER, HOLD_ENDS);
            given(hana)
                    .when(person -> person.confirm(BUSAN.planId(), minutes(0, 120)))
                    .thenAnnounces(new InterpreterAssigned(
                            HANA.value(),
                            BUSAN.planId(),
                            BUSAN.delegationId(),
                            BUSAN.eventId(),
                            minutes(0, 120).from(),
                            minutes(0, 120).until(),
                            "ko"));
        }

        @Test
        void confirmingTwiceAnnouncesOnce() {
            given(confirmedFor(BUSAN, minutes(0, 120)))
                    .when(van -> van.confirm(BUSAN.planId(), minutes(0, 120)))
                    .thenAnnouncesNothing();
        }

        @Test
        void whatIsNotHeldIsNotConfirmed() {
            given(ofAVan())
                    .when(van -> van.confirm(BUSAN.planId(), minutes(0, 120)))
                    .thenRefuses(NOT_HELD);
        }

        @Test
        void whatIsHeldForAnotherTimeIsNotConfirmed() {
            given(heldBy(BUSAN, minutes(0, 120)))
                    .when(van -> van.confirm(BUSAN.planId(), minutes(1, 121)))
                    .thenRefuses(NOT_HELD);
        }
    }

    @Nested
    class Releasing {

        @Test
        void whatWasAssignedIsReleased() {
            given(confirmedFor(BUSAN, minutes(0, 120)))
                    .when(van -> van.release(BUSAN.planId(), 2))
                    .thenAnnounces(VehicleReleased.class)
                    .thenIs(Diary::bookings, List.of());
        }

        @Test
        void whatWasOnlyHeldIsReleasedSilently() {
            given(heldBy(BUSAN, minutes(0, 120)))
                    .when(van -> van.release(BUSAN.planId(), 2))
                    .thenAnnouncesNothing()
                    .thenIs(Diary::bookings, List.of());
        }

        @Test
        void releasingForWhomItHasNothingDoesNothing() {
            given(confirmedFor(BUSAN, minutes(0, 120)))
                    .when(van -> van.release(BANGKOK.planId(), 2))
                    .thenAnnouncesNothing()
                    .thenIs(van -> van.bookings().size(), 1);
        }

        @Test
        void whatALaterVersionOfThePlanAskedForStays() {
            Diary van = confirmedFor(BUSAN, minutes(0, 120));
            van.hold(BUSAN, 5, minutes(0, 120), null, BUFFER, HOLD_ENDS);
            given(van)
                    .when(asked -> asked.release(BUSAN.planId(), 5))
                    .thenAnnouncesNothing()
                    .thenIs(asked -> asked.bookings().size(), 1);
            given(van).when(asked -> asked.release(BUSAN.planId(), 6)).thenAnnounces(VehicleReleased.class);
        }

        @Test
        void outOfServiceEverythingIsReleased() {
            given(confirmedFor(BUSAN, minutes(0, 120)))
                    .when(Diary::takeOutOfService)
                    .thenAnnounces(VehicleReleased.class, ResourceOutOfService.class);
        }

        @Test
        void aHoldIsOverWhenItsTimeIs() {
            Diary van = heldBy(BUSAN, minutes(0, 120));
            assertThat(van.holdsOverAt(HOLD_ENDS.minusMillis(1))).isEmpty();
            assertThat(van.holdsOverAt(HOLD_ENDS)).containsExactly(BUSAN.planId());
        }
    }

    /** Whatever is asked in whatever order, no two bookings come closer than the buffer, and nothing is announced that is not so. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 2026, 77_777, 20_261_122})
    void noTwoBookingsEverOverlap(long seed) {
        Random random = new Random(seed);
        Diary van = ofAVan();
        List<Taker> takers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            takers.add(new Taker(new UUID(seed, i), new UUID(1, i), new UUID(2, 0), new UUID(3, i)));
        }
        for (int step = 0; step < 2_000; step++) {
            Taker taker = takers.get(random.nextInt(takers.size()));
            int from = random.nextInt(1_000);
            Interval interval = minutes(from, from + 1 + random.nextInt(180));
            List<Booking> before = van.bookings();
            try {
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> van.hold(taker, 1, interval, null, BUFFER, HOLD_ENDS);
                    case 3, 4 ->
                        van.confirm(
                                taker.planId(),
                                van.bookingOf(taker.planId())
                                        .map(Booking::interval)
                                        .orElse(interval));
                    case 5 -> van.release(taker.planId(), 2);
                    case 6 -> van.begin(taker.planId());
                    default -> {
                        if (random.nextInt(50) == 0) {
                            van.takeOutOfService();
                        } else {
                            van.putBackInService();
                        }
                    }
                }
            } catch (DiaryRefusal refused) {
                assertThat(van.bookings()).as("a refusal changes nothing").isEqualTo(before);
            }
            for (Booking one : van.bookings()) {
                for (Booking other : van.bookings()) {
                    assertThat(one == other || !one.interval().conflictsWith(other.interval(), BUFFER))
                            .as("seed %d, step %d: %s and %s", seed, step, one, other)
                            .isTrue();
                }
            }
        }
        assertThat(assignedAccordingToTheFacts(van))
                .isEqualTo(van.bookings().stream().filter(Booking::isFirm).count());
    }

    private static long assignedAccordingToTheFacts(Diary van) {
        long assigned = 0;
        for (Record fact : van.announced()) {
            assigned += fact instanceof VehicleAssigned ? 1 : fact instanceof VehicleReleased ? -1 : 0;
            assertThat(assigned).isNotNegative();
        }
        return assigned;
    }
}
