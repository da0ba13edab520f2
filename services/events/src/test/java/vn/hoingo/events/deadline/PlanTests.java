package vn.hoingo.events.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.events.deadline.APlan.CALENDAR;
import static vn.hoingo.events.deadline.APlan.GUEST_LIST;
import static vn.hoingo.events.deadline.APlan.JUNE;
import static vn.hoingo.events.deadline.APlan.OCTOBER;
import static vn.hoingo.events.deadline.APlan.at;
import static vn.hoingo.events.deadline.APlan.by;
import static vn.hoingo.events.deadline.APlan.drawnUp;
import static vn.hoingo.events.deadline.APlan.drawnUpOn;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoingo.events.deadline.PlanFact.DeadlineMet;
import vn.hoingo.events.deadline.PlanFact.DeadlineMissed;
import vn.hoingo.events.deadline.PlanFact.DeadlineReached;
import vn.hoingo.events.deadline.PlanFact.DeadlineReopened;
import vn.hoingo.events.deadline.PlanFact.DeadlineSetAside;
import vn.hoingo.events.deadline.PlanFact.PlanClosed;
import vn.hoingo.events.deadline.PlanFact.PlanDrawnUp;
import vn.hoingo.events.deadline.PlanFact.PlanMoved;
import vn.hoingo.events.deadline.PlanRefusal.Reason;
import vn.hoingo.events.event.AnEvent;
import vn.hoingo.events.event.EventFact.Text;
import vn.hoingo.messaging.Heard;

class PlanTests {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 23);
    private static final Text WHAT = new Text("Việc guest-list", "Step guest-list");

    private static Deadline of(Plan plan, String step) {
        return plan.deadlines().stream()
                .filter(each -> each.step().code().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static Heard heard(long sequence) {
        return new Heard("WhenEventPlanned.pause", AnEvent.ID.value(), sequence, AnEvent.NOON, "m" + sequence);
    }

    @Nested
    class Counting {

        @ParameterizedTest
        @CsvSource({
            "guest-list, 2026-08-04, 2026-08-04, a working day stays",
            "registration-closed, 2026-09-02, 2026-09-01, National Day moves to the day before",
            "badges, 2026-09-20, 2026-09-18, a Sunday moves to Friday",
            "doors, 2026-09-23, 2026-09-23, the event's own days are worked",
            "thanks, 2026-09-27, 2026-09-25, what comes after counts from the last day"
        })
        void aDeadlineCountsFromTheEventsDays(String step, LocalDate counted, LocalDate due, String because) {
            Deadline deadline = of(drawnUp(), step);
            assertThat(deadline.counted()).as(because).isEqualTo(counted);
            assertThat(deadline.due()).as(because).isEqualTo(due);
        }

        @Test
        void aDayOffIsNamedAndAWeekendNeedsNoName() {
            assertThat(of(drawnUp(), "registration-closed").holiday())
                    .satisfies(day -> assertThat(day.name().en()).isEqualTo("National Day"));
            assertThat(of(drawnUp(), "badges").holiday()).isNull();
        }

        @Test
        void theDaysOfAnEventOnAWeekendAreWorked() {
            Plan.Dates weekend = new Plan.Dates(LocalDate.of(2026, 9, 26), LocalDate.of(2026, 9, 27), AnEvent.ZONE);
            Plan plan = Plan.drawUp(AnEvent.ID, weekend, 1, APlan.RULES, CALENDAR, at(JUNE, EIGHT));
            assertThat(of(plan, "doors").due()).isEqualTo("2026-09-26");
        }

        @Test
        void whatHadPassedBeforeThePlanIsToldByNumber() {
            given(drawnUpOn(LocalDate.of(2026, 9, 10)))
                    .when(late -> late.tellWhatIsDue(at(LocalDate.of(2026, 9, 10), EIGHT)))
                    .thenAnnouncesNothing();
            assertThat(drawnUpOn(LocalDate.of(2026, 9, 10)).announced())
                    .containsExactly(new PlanDrawnUp(AnEvent.ID.value(), FIRST_DAY, 5, 2));
        }

        @Test
        void anEditionThatIsOverHasAPlanThatAsksNothing() {
            Plan past = drawnUpOn(LocalDate.of(2027, 1, 1));
            assertThat(past.announced()).isEmpty();
            assertThat(past.dueAt()).isNull();
            assertThat(past.deskAt()).isNull();
        }
    }

    @Nested
    class Firing {

        @Test
        void aDayThatComesIsToldAtEightInTheMorningThere() {
            assertThat(drawnUp().dueAt()).isEqualTo(at(GUEST_LIST, EIGHT));
            given(drawnUp())
                    .when(plan -> plan.tellWhatIsDue(at(GUEST_LIST, EIGHT).minusSeconds(1)))
                    .thenAnnouncesNothing();
            given(drawnUp())
                    .when(plan -> plan.tellWhatIsDue(at(GUEST_LIST, EIGHT)))
                    .thenAnnounces(
                            new DeadlineReached(AnEvent.ID.value(), "guest-list", WHAT, "protocol-officer", GUEST_LIST))
                    .thenIs(Plan::dueAt, at(GUEST_LIST.plusDays(1), LocalTime.MIDNIGHT));
        }

        @Test
        void eachIsToldOnceHoweverOftenTheClockStrikes() {
            Plan plan = drawnUp();
            plan.tellWhatIsDue(at(GUEST_LIST, EIGHT));
            given(plan)
                    .when(again -> again.tellWhatIsDue(at(GUEST_LIST, LocalTime.NOON)))
                    .thenAnnouncesNothing();
            given(plan)
                    .when(nextDay -> nextDay.tellWhatIsDue(at(GUEST_LIST.plusDays(1), EIGHT)))
                    .thenAnnounces(
                            new DeadlineMissed(AnEvent.ID.value(), "guest-list", WHAT, "protocol-officer", GUEST_LIST));
            given(plan)
                    .when(again -> again.tellWhatIsDue(at(GUEST_LIST.plusDays(2), EIGHT)))
                    .thenAnnouncesNothing();
        }

        @Test
        void whatIsDoneIsNotTold() {
            Plan plan = drawnUp();
            plan.complete("guest-list", by("protocol-officer", JUNE, null));
            given(plan).when(done -> done.tellWhatIsDue(at(GUEST_LIST, EIGHT))).thenAnnouncesNothing();
        }

        @Test
        void itStandsOnItsOwnersDeskThreeWorkingDaysBefore() {
            Instant friday = at(LocalDate.of(2026, 7, 30), EIGHT);
            assertThat(drawnUp().onDesks(Set.of("protocol-officer"), friday.minusSeconds(86_400)))
                    .isEmpty();
            assertThat(drawnUp().onDesks(Set.of("protocol-officer"), friday)).hasSize(1);
            assertThat(drawnUp().onDesks(Set.of("dispatcher"), friday)).isEmpty();
            assertThat(drawnUp().deskAt()).isEqualTo(at(LocalDate.of(2026, 7, 30), LocalTime.MIDNIGHT));
        }
    }

    @Nested
    class Settling {

        @Test
        void itsOwnerSaysThatItIsDone() {
            given(drawnUp())
                    .when(plan -> plan.complete("guest-list", by("protocol-officer", JUNE, "120 khách")))
                    .thenAnnounces(new DeadlineMet(
                            AnEvent.ID.value(), "guest-list", WHAT, "protocol-officer", GUEST_LIST, false))
                    .thenIs(
                            plan -> of(plan, "guest-list").settlement(),
                            new Deadline.Settlement("lan", at(JUNE, LocalTime.NOON), "120 khách"));
        }

        @Test
        void afterItsDayItIsDoneLate() {
            given(drawnUp())
                    .when(plan -> plan.complete("guest-list", by("organiser", GUEST_LIST.plusDays(1), null)))
                    .thenAnnounces(new DeadlineMet(
                            AnEvent.ID.value(), "guest-list", WHAT, "protocol-officer", GUEST_LIST, true));
        }

        @Test
        void nobodyElseSaysSo() {
            given(drawnUp())
                    .when(plan -> plan.complete("guest-list", by("dispatcher", JUNE, null)))
                    .thenRefuses(Reason.DEADLINE_OF_SOMEBODY_ELSE);
        }

        @Test
        void doneTwiceIsDoneOnce() {
            Plan plan = drawnUp();
            plan.complete("guest-list", by("organiser", JUNE, null));
            given(plan)
                    .when(again -> again.complete("guest-list", by("organiser", JUNE, null)))
                    .thenAnnouncesNothing();
            given(plan)
                    .when(again -> again.setAside("guest-list", "x", by("organiser", JUNE, "x")))
                    .thenRefuses(Reason.DEADLINE_IS_SETTLED);
        }

        @Test
        void whatIsNotNeededHasAReasonAndWaitsForNobody() {
            given(drawnUp())
                    .when(plan -> plan.setAside("guest-list", "như năm trước", by("organiser", JUNE, "như năm trước")))
                    .thenAnnounces(new DeadlineSetAside(
                            AnEvent.ID.value(), "guest-list", WHAT, "protocol-officer", "như năm trước"))
                    .thenIs(Plan::dueAt, at(LocalDate.of(2026, 9, 1), EIGHT));
        }

        @Test
        void whatIsReopenedHasTheDayOfTheDatesAsTheyAreNow() {
            Plan plan = drawnUp();
            plan.complete("guest-list", by("organiser", JUNE, null));
            plan.move(OCTOBER, 2, CALENDAR, at(JUNE, EIGHT));
            given(plan)
                    .when(again -> again.reopen("guest-list", by("organiser", JUNE, null), CALENDAR))
                    .thenAnnounces(new DeadlineReopened(
                            AnEvent.ID.value(), "guest-list", WHAT, "protocol-officer", GUEST_LIST.plusDays(14)));
        }
    }

    @Nested
    class Moving {

        @Test
        void whatIsOpenMovesAndWhatIsDoneStays() {
            Plan plan = drawnUp();
            plan.complete("guest-list", by("organiser", JUNE, null));
            given(plan)
                    .when(moving -> moving.move(OCTOBER, 2, CALENDAR, at(JUNE, EIGHT)))
                    .thenAnnounces(new PlanMoved(AnEvent.ID.value(), FIRST_DAY.plusDays(14), 4, 0, 2))
                    .thenIs(moved -> of(moved, "guest-list").due(), GUEST_LIST)
                    .thenIs(moved -> of(moved, "doors").due(), FIRST_DAY.plusDays(14));
        }

        @Test
        void itsDayIsToldAgainWhenItIsAnotherDay() {
            Plan plan = drawnUp();
            plan.tellWhatIsDue(at(GUEST_LIST, EIGHT));
            plan.move(OCTOBER, 2, CALENDAR, at(GUEST_LIST, LocalTime.NOON));
            given(plan)
                    .when(moved -> moved.tellWhatIsDue(at(GUEST_LIST.plusDays(14), EIGHT)))
                    .thenAnnounces(DeadlineReached.class);
        }

        @Test
        void anOlderRevisionIsHeardInVain() {
            Plan plan = drawnUp();
            plan.move(OCTOBER, 3, CALENDAR, at(JUNE, EIGHT));
            given(plan)
                    .when(late -> late.move(APlan.SEPTEMBER, 2, CALENDAR, at(JUNE, EIGHT)))
                    .thenAnnouncesNothing();
        }

        @Test
        void whatComesToLieInThePastIsToldByNumber() {
            Plan plan = drawnUp();
            plan.move(OCTOBER, 2, CALENDAR, at(JUNE, EIGHT));
            LocalDate inAugust = GUEST_LIST.plusDays(7);
            given(plan)
                    .when(earlier -> earlier.move(APlan.SEPTEMBER, 3, CALENDAR, at(inAugust, EIGHT)))
                    .thenAnnounces(new PlanMoved(AnEvent.ID.value(), FIRST_DAY, 5, 1, 3));
        }

        @Test
        void aPlanWithoutADateRestsUntilThereIsOne() {
            given(drawnUp())
                    .when(plan -> plan.pause(heard(4)))
                    .thenAnnouncesNothing()
                    .thenIs(Plan::dueAt, null);
            Plan plan = drawnUp();
            plan.pause(heard(4));
            plan.move(OCTOBER, 2, CALENDAR, at(JUNE, EIGHT));
            given(plan).when(repeated -> repeated.pause(heard(4))).thenIs(Plan::standing, Plan.Standing.RUNNING);
        }

        @Test
        void nothingOfACancelledEventIsDue() {
            given(drawnUp())
                    .when(Plan::close)
                    .thenAnnounces(new PlanClosed(AnEvent.ID.value(), 5))
                    .thenIs(Plan::dueAt, null)
                    .thenIs(Plan::deskAt, null);
            Plan closed = drawnUp();
            closed.close();
            given(closed).when(Plan::close).thenAnnouncesNothing();
            given(closed)
                    .when(plan -> plan.complete("guest-list", by("organiser", JUNE, null)))
                    .thenRefuses(Reason.PLAN_IS_CLOSED);
        }
    }
}
