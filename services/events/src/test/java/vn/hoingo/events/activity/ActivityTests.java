package vn.hoingo.events.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.hoingo.events.event.AnEvent.OCTOBER;
import static vn.hoingo.events.event.AnEvent.SEPTEMBER;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoingo.events.activity.ActivityFact.ActivityDropped;
import vn.hoingo.events.activity.ActivityFact.ActivityMoved;
import vn.hoingo.events.activity.ActivityFact.CapacityChanged;
import vn.hoingo.events.activity.ActivityRefusal.Reason;
import vn.hoingo.events.event.AnEvent;
import vn.hoingo.events.event.EventFact.Period;
import vn.hoingo.events.event.Window;
import vn.hoingo.events.event.Words;
import vn.hoingo.messaging.Heard;

class ActivityTests {

    private static final ActivityId ID = new ActivityId(UUID.fromString("0192f000-0000-7000-8000-00000000000a"));
    private static final Heard RESCHEDULED =
            new Heard("WhenEventRescheduled-moveActivitiesAlong", AnEvent.ID.value(), 4, Instant.EPOCH, "m");

    @Test
    void anActivityLiesInsideItsEvent() {
        assertThatExceptionOfType(ActivityRefusal.class)
                .isThrownBy(() -> Activity.add(ID, AnEvent.ID, dinner(LocalDate.of(2026, 9, 25), false), SEPTEMBER))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.OUTSIDE_THE_EVENT));
    }

    @Test
    void aSideActivityMayLieOutside() {
        Activity activity = Activity.add(ID, AnEvent.ID, dinner(LocalDate.of(2026, 9, 25), true), SEPTEMBER);

        assertThat(activity.announced()).hasSize(1);
    }

    @Test
    void itMovesAlongWithItsEventByDaysAndKeepsItsHour() {
        Activity.Plan there = dinner(LocalDate.of(2026, 10, 7), false);
        given(aDinner())
                .when(activity -> activity.follow(SEPTEMBER, OCTOBER, RESCHEDULED))
                .thenAnnounces(new ActivityMoved(
                        ID.value(),
                        AnEvent.ID.value(),
                        Period.of(aDinner().plan().window()),
                        Period.of(there.window()),
                        "Sảnh tiệc",
                        2))
                .thenIs(Activity::isMisfit, false);
    }

    @Test
    void itMovesOnceHoweverOftenItHears() {
        given(aDinner())
                .when(activity -> {
                    activity.follow(SEPTEMBER, OCTOBER, RESCHEDULED);
                    activity.follow(SEPTEMBER, OCTOBER, RESCHEDULED);
                })
                .thenAnnounces(ActivityMoved.class);
    }

    @Test
    void itIsFlaggedWhenTheMovedEventHasNoRoomForIt() {
        Window shorter = new Window(OCTOBER.start(), OCTOBER.start().plusHours(6), AnEvent.ZONE);

        given(aDinner())
                .when(activity -> activity.follow(SEPTEMBER, shorter, RESCHEDULED))
                .thenIs(Activity::isMisfit, true);
    }

    @Test
    void changingItsCapacityIsAFactOfItsOwn() {
        Activity.Plan plan = aDinner().plan();
        given(aDinner())
                .when(activity -> activity.change(
                        new Activity.Plan(
                                plan.kind(), plan.name(), plan.window(), plan.place(), 80, plan.admission(), false),
                        SEPTEMBER))
                .thenAnnounces(new CapacityChanged(ID.value(), AnEvent.ID.value(), 120, 80));
    }

    @Test
    void droppingTwiceAnnouncesOnce() {
        given(aDinner())
                .when(activity -> {
                    activity.drop("mưa");
                    activity.drop("mưa");
                })
                .thenAnnounces(new ActivityDropped(ID.value(), AnEvent.ID.value(), "mưa"));
    }

    @Test
    void aDroppedActivityIsNotChangedAnyMore() {
        Activity activity = aDinner();
        activity.drop("mưa");

        given(activity)
                .when(dropped -> dropped.change(dropped.plan(), SEPTEMBER))
                .thenRefuses(Reason.ALREADY_DROPPED);
    }

    private static Activity aDinner() {
        return Activity.add(ID, AnEvent.ID, dinner(LocalDate.of(2026, 9, 23), false), SEPTEMBER);
    }

    private static Activity.Plan dinner(LocalDate day, boolean side) {
        return new Activity.Plan(
                Activity.Kind.DINNER,
                new Words("Tiệc chiêu đãi", "Welcome dinner"),
                Window.of(day, LocalTime.of(18, 30), Duration.ofMinutes(150), AnEvent.ZONE),
                "Sảnh tiệc",
                120,
                Activity.Admission.BY_INVITATION,
                side);
    }
}
