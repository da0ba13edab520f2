package vn.hoingo.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.logistics.arrival.AnArrival.DELEGATION;
import static vn.hoingo.logistics.arrival.AnArrival.EVENT;
import static vn.hoingo.logistics.arrival.AnArrival.FIVE_KOREANS;
import static vn.hoingo.logistics.arrival.AnArrival.FIVE_WHO_SPEAK_ENGLISH;
import static vn.hoingo.logistics.arrival.AnArrival.HANA;
import static vn.hoingo.logistics.arrival.AnArrival.LATER;
import static vn.hoingo.logistics.arrival.AnArrival.PARTNER;
import static vn.hoingo.logistics.arrival.AnArrival.PARTY;
import static vn.hoingo.logistics.arrival.AnArrival.PICK_UP;
import static vn.hoingo.logistics.arrival.AnArrival.PLAN;
import static vn.hoingo.logistics.arrival.AnArrival.TIMES;
import static vn.hoingo.logistics.arrival.AnArrival.TOLD;
import static vn.hoingo.logistics.arrival.AnArrival.VAN;
import static vn.hoingo.logistics.arrival.AnArrival.VN_409;
import static vn.hoingo.logistics.arrival.AnArrival.arranged;
import static vn.hoingo.logistics.arrival.AnArrival.confirmed;
import static vn.hoingo.logistics.arrival.AnArrival.demandOf;
import static vn.hoingo.logistics.arrival.AnArrival.drafted;
import static vn.hoingo.logistics.arrival.AnArrival.hana;
import static vn.hoingo.logistics.arrival.AnArrival.heard;
import static vn.hoingo.logistics.arrival.AnArrival.needed;
import static vn.hoingo.logistics.arrival.AnArrival.obligation;
import static vn.hoingo.logistics.arrival.AnArrival.van;
import static vn.hoingo.logistics.arrival.ArrivalPlan.Closing.DELEGATION_WITHDRAWN;
import static vn.hoingo.logistics.arrival.ArrivalPlan.Closing.NOBODY_FLIES;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.CLOSED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.CONFIRMED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.DRAFTED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.NEEDED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.RUNNING;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.STALE;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoingo.logistics.arrival.ArrivalFact.ArrivalAtRisk;
import vn.hoingo.logistics.arrival.ArrivalFact.ArrivalPlanClosed;
import vn.hoingo.logistics.arrival.ArrivalFact.ArrivalPlanConfirmed;
import vn.hoingo.logistics.arrival.ArrivalFact.ArrivalPlanInvalidated;
import vn.hoingo.logistics.arrival.ArrivalFact.ArrivalPlanNeeded;
import vn.hoingo.logistics.arrival.ArrivalPlan.Missing;
import vn.hoingo.logistics.arrival.ArrivalPlan.Told;
import vn.hoingo.logistics.party.Flight;
import vn.hoingo.logistics.programme.KnownEvent;
import vn.hoingo.logistics.programme.Window;

class ArrivalPlanTests {

    @Test
    void aPartyIsPickedUpAfterImmigration() {
        assertThat(needed().announced())
                .containsExactly(new ArrivalPlanNeeded(PLAN, DELEGATION, EVENT, PARTNER, PARTY, 5, PICK_UP));
    }

    @ParameterizedTest
    @CsvSource({"5, 6, 7", "5, 7, 8", "1, 0, 1", "4, 1, 5"})
    void luggageTakesSeats(int people, int luggage, int seats) {
        assertThat(TIMES.seatsFor(people, luggage)).isEqualTo(seats);
    }

    @ParameterizedTest
    @CsvSource({"ko, true", "ko;en, false", "vi, false", "ja;fr, true", "en, false"})
    void anInterpreterIsNeededWhereNobodyOfUsSpeaksTheirLanguage(String languages, boolean needed) {
        Travellers travellers = new Travellers(5, 6, true, 5, List.of(languages.split(";")));
        assertThat(travellers.needInterpreter()).isEqualTo(needed);
    }

    @Nested
    class Arranging {

        @Test
        void withCarAndInterpreterItIsDraftedAndThenConfirmed() {
            given(needed())
                    .when(plan -> plan.draft(0, van(), hana(), LATER))
                    .thenAnnouncesNothing()
                    .thenIs(ArrivalPlan::state, DRAFTED);
            given(drafted())
                    .when(plan -> plan.settle(0))
                    .thenAnnounces(
                            new ArrivalPlanConfirmed(PLAN, DELEGATION, EVENT, PARTNER, PARTY, VAN, HANA, PICK_UP))
                    .thenIs(ArrivalPlan::state, CONFIRMED)
                    .thenIs(ArrivalPlan::dueAt, (Instant) null);
        }

        @Test
        void withoutAnInterpreterItStaysNeededAndIsTriedAgain() {
            given(arranged(needed(), van(), null, false))
                    .when(plan -> plan.settle(0))
                    .thenAnnouncesNothing()
                    .thenIs(ArrivalPlan::state, NEEDED)
                    .thenIs(ArrivalPlan::missing, List.of(Missing.INTERPRETER))
                    .thenIs(ArrivalPlan::needsPerson, true)
                    .thenIs(ArrivalPlan::dueAt, LATER);
        }

        @Test
        void whoSpeaksEnglishNeedsACarOnly() {
            given(arranged(needed(FIVE_WHO_SPEAK_ENGLISH), van(), null, false))
                    .when(plan -> plan.settle(0))
                    .thenAnnounces(ArrivalPlanConfirmed.class);
        }

        @Test
        void whatWasGrantedToAnotherVersionOfItIsNotTaken() {
            given(needed())
                    .when(plan -> plan.draft(7, van(), hana(), LATER))
                    .thenRefuses(ArrivalRefusal.Reason.INPUTS_CHANGED);
        }

        @Test
        void whatIsOverTakesNothing() {
            ArrivalPlan plan = needed();
            plan.close(DELEGATION_WITHDRAWN);
            given(plan)
                    .when(closed -> closed.draft(0, van(), hana(), LATER))
                    .thenRefuses(ArrivalRefusal.Reason.ARRIVAL_IS_OVER);
            assertThat(plan.demand(TIMES)).isNull();
        }

        @Test
        void arrangingAgainConfirmsOnce() {
            given(confirmed())
                    .when(plan -> {
                        plan.draft(0, van(), hana(), LATER);
                        plan.settle(0);
                    })
                    .thenAnnouncesNothing();
        }
    }

    @Nested
    class WhenAFlightChanges {

        @Test
        void itIsStaleUntilItFitsAgain() {
            given(confirmed())
                    .when(plan -> plan.flightChanged(2, LocalDateTime.parse("2026-09-22T15:35"), TIMES, LATER))
                    .thenAnnounces(new ArrivalPlanInvalidated(
                            PLAN, DELEGATION, EVENT, PARTNER, PARTY, List.of("flight-changed")))
                    .thenIs(ArrivalPlan::state, STALE)
                    .thenIs(ArrivalPlan::pickUpAt, PICK_UP.plusSeconds(7200));
        }

        @Test
        void itIsConfirmedAgainByItselfWhenCarAndInterpreterCan() {
            ArrivalPlan plan = confirmed();
            plan.flightChanged(2, LocalDateTime.parse("2026-09-22T15:35"), TIMES, LATER);
            given(plan)
                    .when(late -> {
                        late.draft(late.version(), van(), hana(), LATER);
                        late.settle(late.version());
                    })
                    .thenAnnounces(ArrivalPlanConfirmed.class)
                    .thenIs(ArrivalPlan::causes, List.of());
        }

        @Test
        void anOlderRevisionIsIgnored() {
            ArrivalPlan plan = confirmed();
            plan.flightChanged(3, LocalDateTime.parse("2026-09-22T16:35"), TIMES, LATER);
            given(plan)
                    .when(late -> late.flightChanged(2, LocalDateTime.parse("2026-09-22T15:35"), TIMES, LATER))
                    .thenAnnouncesNothing()
                    .thenIs(ArrivalPlan::lands, LocalDateTime.parse("2026-09-22T16:35"));
        }

        @Test
        void theLocalDateFlips() {
            given(confirmed())
                    .when(plan -> plan.flightChanged(2, LocalDateTime.parse("2026-09-23T00:20"), TIMES, LATER))
                    .thenIs(ArrivalPlan::lands, LocalDateTime.parse("2026-09-23T00:20"))
                    .thenIs(ArrivalPlan::landsAt, Instant.parse("2026-09-22T17:20:00Z"));
        }

        @Test
        void aCancelledFlightGivesUpCarAndInterpreter() {
            given(confirmed())
                    .when(plan -> plan.flightCancelled(2, TIMES))
                    .thenAnnounces(ArrivalPlanInvalidated.class)
                    .thenIs(ArrivalPlan::diaries, Set.of())
                    .thenIs(plan -> plan.demand(TIMES), null)
                    .thenIs(ArrivalPlan::dueAt, null);
        }

        @Test
        void theNextFlightAfterACancelledOneIsMet() {
            ArrivalPlan plan = confirmed();
            plan.flightCancelled(2, TIMES);
            plan.flightChanged(3, LocalDateTime.parse("2026-09-23T13:35"), TIMES, LATER);
            assertThat(demandOf(plan).interval().from()).isEqualTo(Instant.parse("2026-09-23T06:35:00Z"));
            assertThat(plan.causes()).containsExactly(ArrivalPlan.Cause.FLIGHT_CHANGED);
        }

        @Test
        void whatTheItinerarySaidBeforeThePartnerDidIsNotSaidTwice() {
            ArrivalPlan plan = confirmed();
            plan.flightChanged(2, LocalDateTime.parse("2026-09-22T15:35"), TIMES, LATER);
            Flight later = new Flight(
                    "VN0411",
                    "ICN",
                    "SGN",
                    "T2",
                    VN_409.departs().plusHours(2),
                    "Asia/Seoul",
                    LocalDateTime.parse("2026-09-22T15:35"),
                    "Asia/Ho_Chi_Minh");
            given(plan)
                    .when(told -> told.expect(FIVE_KOREANS, new Told(later, later.arrives(), 2, LATER, true), TIMES))
                    .thenAnnouncesNothing();
        }
    }

    @Nested
    class TheFirstObligation {

        @Test
        void isInTimeWithImmigrationTransferAndMargin() {
            given(confirmed())
                    .when(plan -> plan.oblige(obligation("2026-09-22T15:50"), TIMES))
                    .thenAnnouncesNothing()
                    .thenIs(ArrivalPlan::isAtRisk, false);
        }

        @Test
        void isAtRiskOneMinuteEarlier() {
            given(confirmed())
                    .when(plan -> plan.oblige(obligation("2026-09-22T15:49"), TIMES))
                    .thenAnnounces(new ArrivalAtRisk(
                            PLAN,
                            DELEGATION,
                            EVENT,
                            PARTNER,
                            PARTY,
                            Instant.parse("2026-09-22T08:49:00Z"),
                            Instant.parse("2026-09-22T08:50:00Z")))
                    .thenIs(ArrivalPlan::needsPerson, true);
        }

        @Test
        void isAtRiskWhenTheFlightIsLate() {
            ArrivalPlan plan = confirmed();
            plan.oblige(obligation("2026-09-22T18:30"), TIMES);
            given(plan)
                    .when(late -> late.flightChanged(2, LocalDateTime.parse("2026-09-22T17:00"), TIMES, LATER))
                    .thenAnnounces(ArrivalAtRisk.class, ArrivalPlanInvalidated.class);
        }

        @Test
        void isReachedByGoingStraightToTheHall() {
            ArrivalPlan plan = confirmed();
            plan.oblige(obligation("2026-09-22T15:30"), TIMES);
            given(plan)
                    .when(late -> late.goStraightToTheVenue(TIMES))
                    .thenAnnouncesNothing()
                    .thenIs(ArrivalPlan::isAtRisk, false);
        }

        @Test
        void isTheNextOneForWhoJoinsLater() {
            ArrivalPlan plan = confirmed();
            plan.oblige(obligation("2026-09-22T14:30"), TIMES);
            given(plan)
                    .when(late -> late.joinLater(obligation("2026-09-22T18:30"), TIMES))
                    .thenAnnouncesNothing()
                    .thenIs(ArrivalPlan::isAtRisk, false);
        }

        @Test
        void isSaidToBeAtRiskOnce() {
            ArrivalPlan plan = confirmed();
            plan.oblige(obligation("2026-09-22T15:30"), TIMES);
            given(plan).when(late -> late.lost(VAN)).thenAnnounces(ArrivalPlanInvalidated.class);
        }
    }

    @Nested
    class WhenTheHeadIsReplaced {

        @Test
        void aPersonLooksAtThePlanAgain() {
            ArrivalPlan plan = confirmed();
            given(plan)
                    .when(led -> led.headReplaced(8, heard(7), TIMES))
                    .thenAnnounces(new ArrivalPlanInvalidated(
                            PLAN, DELEGATION, EVENT, PARTNER, PARTY, List.of("head-replaced")))
                    .thenIs(ArrivalPlan::state, STALE)
                    .thenIs(led -> led.travellers().entitlement(TIMES), Travellers.Entitlement.SHARED_VAN);
            plan.draft(plan.version(), van(), hana(), LATER);
            plan.settle(plan.version());
            assertThat(plan.state()).isEqualTo(STALE);
            given(plan).when(seen -> seen.accept(LATER, TIMES)).thenAnnounces(ArrivalPlanConfirmed.class);
        }

        @Test
        void hearingItTwiceInvalidatesOnce() {
            ArrivalPlan plan = confirmed();
            plan.headReplaced(8, heard(7), TIMES);
            given(plan).when(led -> led.headReplaced(8, heard(7), TIMES)).thenAnnouncesNothing();
        }

        @Test
        void aPartyWithoutTheHeadIsNotConcerned() {
            given(arranged(needed(new Travellers(3, 0, false, 5, List.of("en"))), van(), null, true))
                    .when(plan -> plan.headReplaced(8, heard(7), TIMES))
                    .thenAnnouncesNothing();
        }
    }

    @Nested
    class WhenTheEventIsMoved {

        private final KnownEvent planned = event("2026-09-23T08:00");
        private final KnownEvent moved = moved(planned, "2026-09-30T08:00", 2, LATER);

        @Test
        void whoPlannedBeforeIsExpectedAsMuchLater() {
            given(confirmed())
                    .when(plan -> plan.eventStands(moved, TIMES))
                    .thenAnnounces(new ArrivalPlanInvalidated(
                            PLAN, DELEGATION, EVENT, PARTNER, PARTY, List.of("event-rescheduled")))
                    .thenIs(ArrivalPlan::lands, LocalDateTime.parse("2026-09-29T13:35"))
                    .thenIs(ArrivalPlan::isTentative, true);
        }

        @Test
        void itMissesNothingThatWasPlannedForTheOldDays() {
            ArrivalPlan plan = confirmed();
            plan.oblige(obligation("2026-09-23T08:00"), TIMES);
            given(plan)
                    .when(shifted -> {
                        shifted.eventStands(moved, TIMES);
                        shifted.oblige(obligation("2026-09-30T08:00"), TIMES);
                    })
                    .thenAnnounces(ArrivalPlanInvalidated.class)
                    .thenIs(ArrivalPlan::isAtRisk, false);
        }

        @Test
        void itStaysStaleWithItsNewCarUntilAPersonLooks() {
            ArrivalPlan plan = confirmed();
            plan.eventStands(moved, TIMES);
            given(plan)
                    .when(shifted -> {
                        shifted.draft(shifted.version(), van(), hana(), LATER);
                        shifted.settle(shifted.version());
                    })
                    .thenAnnouncesNothing()
                    .thenIs(ArrivalPlan::state, STALE)
                    .thenIs(ArrivalPlan::needsPerson, true);
        }

        @Test
        void aNewFlightEndsTheGuess() {
            ArrivalPlan plan = confirmed();
            plan.eventStands(moved, TIMES);
            plan.flightChanged(2, LocalDateTime.parse("2026-09-29T09:00"), TIMES, LATER.plusSeconds(60));
            plan.eventStands(moved, TIMES);
            assertThat(plan.lands()).isEqualTo(LocalDateTime.parse("2026-09-29T09:00"));
            assertThat(plan.isTentative()).isFalse();
            assertThat(plan.causes()).containsExactly(ArrivalPlan.Cause.FLIGHT_CHANGED);
        }

        @Test
        void anOlderRevisionIsIgnored() {
            KnownEvent movedAgain = moved(moved, "2026-10-07T08:00", 3, LATER.plusSeconds(60));
            ArrivalPlan plan = confirmed();
            plan.eventStands(movedAgain, TIMES);
            given(plan)
                    .when(shifted -> shifted.eventStands(moved, TIMES))
                    .thenAnnouncesNothing()
                    .thenIs(ArrivalPlan::lands, LocalDateTime.parse("2026-10-06T13:35"));
        }

        @Test
        void tellingTheSameFlightAnewEndsTheGuessToo() {
            ArrivalPlan plan = confirmed();
            plan.eventStands(moved, TIMES);
            plan.expect(FIVE_KOREANS, new Told(VN_409, VN_409.arrives(), 1, LATER.plusSeconds(60), true), TIMES);
            plan.eventStands(moved, TIMES);
            assertThat(plan.lands()).isEqualTo(VN_409.arrives());
            assertThat(plan.causes()).isEmpty();
        }

        @Test
        void movedBackItStandsAsBefore() {
            ArrivalPlan plan = confirmed();
            plan.eventStands(moved, TIMES);
            plan.eventStands(moved(moved, "2026-09-23T08:00", 3, LATER.plusSeconds(60)), TIMES);
            assertThat(plan.lands()).isEqualTo(VN_409.arrives());
            assertThat(plan.isTentative()).isFalse();
        }

        private static KnownEvent event(String start) {
            return new KnownEvent(
                    EVENT, null, List.of(new KnownEvent.Dates(window(start), 1, TOLD.minusSeconds(60))), false);
        }

        private static KnownEvent moved(KnownEvent event, String start, int revision, Instant since) {
            List<KnownEvent.Dates> dates = new java.util.ArrayList<>(event.dates());
            dates.add(new KnownEvent.Dates(window(start), revision, since));
            return new KnownEvent(event.id(), null, dates, false);
        }

        private static Window window(String start) {
            LocalDateTime local = LocalDateTime.parse(start);
            return new Window(local, local.plusHours(36), "Asia/Ho_Chi_Minh");
        }
    }

    @Nested
    class Closing {

        @Test
        void saysWhyAndKeepsNothing() {
            given(confirmed())
                    .when(plan -> plan.close(DELEGATION_WITHDRAWN))
                    .thenAnnounces(
                            new ArrivalPlanClosed(PLAN, DELEGATION, EVENT, PARTNER, PARTY, "delegation-withdrawn"))
                    .thenIs(ArrivalPlan::state, CLOSED)
                    .thenIs(ArrivalPlan::diaries, Set.of());
        }

        @Test
        void happensOnce() {
            ArrivalPlan plan = confirmed();
            plan.close(DELEGATION_WITHDRAWN);
            given(plan).when(closed -> closed.close(DELEGATION_WITHDRAWN)).thenAnnouncesNothing();
        }

        @Test
        void isUndoneForAPartyThatFliesAfterAll() {
            ArrivalPlan plan = confirmed();
            plan.close(NOBODY_FLIES);
            given(plan)
                    .when(closed ->
                            closed.expect(FIVE_KOREANS, new Told(VN_409, VN_409.arrives(), 1, LATER, false), TIMES))
                    .thenAnnounces(ArrivalPlanNeeded.class)
                    .thenIs(ArrivalPlan::state, NEEDED);
        }

        @Test
        void isForEverForADelegationThatWithdrew() {
            ArrivalPlan plan = confirmed();
            plan.close(DELEGATION_WITHDRAWN);
            given(plan)
                    .when(closed ->
                            closed.expect(FIVE_KOREANS, new Told(VN_409, VN_409.arrives(), 1, LATER, false), TIMES))
                    .thenAnnouncesNothing();
        }
    }

    @Nested
    class TheDay {

        @Test
        void fromTheLandingOnItRunsUntilItIsCompleted() {
            ArrivalPlan plan = confirmed();
            plan.landed(Instant.parse("2026-09-22T06:41:00Z"), TIMES);
            assertThat(plan.state()).isEqualTo(RUNNING);
            assertThat(plan.pickUpAt()).isEqualTo(Instant.parse("2026-09-22T07:26:00Z"));
            given(plan).when(ArrivalPlan::complete).thenAnnouncesNothing().thenIs(ArrivalPlan::isOver, true);
        }

        @Test
        void nobodyArrivesBeforeLanding() {
            given(confirmed()).when(ArrivalPlan::complete).thenRefuses(ArrivalRefusal.Reason.NOT_LANDED);
        }
    }

    @Test
    void nobodyConfirmsWhatStillLacksSomething() {
        given(arranged(needed(), van(), null, true))
                .when(plan -> plan.accept(LATER, TIMES))
                .thenRefuses(ArrivalRefusal.Reason.STILL_MISSING);
    }

    @Test
    void aHoldThatEndedIsMissingAgain() {
        given(arranged(needed(), van(), null, true))
                .when(plan -> plan.lost(VAN))
                .thenAnnouncesNothing()
                .thenIs(ArrivalPlan::missing, List.of(Missing.VEHICLE, Missing.INTERPRETER));
    }

    @Test
    void losingWhatItDoesNotHaveChangesNothing() {
        given(confirmed()).when(plan -> plan.lost(UUID.randomUUID())).thenAnnouncesNothing();
    }
}
