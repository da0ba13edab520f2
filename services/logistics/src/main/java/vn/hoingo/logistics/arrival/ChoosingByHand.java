package vn.hoingo.logistics.arrival;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Invalid;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.arrival.ArrivalRefusal.Reason;
import vn.hoingo.logistics.diary.Booking;
import vn.hoingo.logistics.diary.Diary;
import vn.hoingo.logistics.diary.DiaryDesk;
import vn.hoingo.logistics.diary.DiaryId;
import vn.hoingo.logistics.diary.Kind;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.StaleEdit;

/** A dispatcher says which car, or who meets them. The diary has the last word, and says who else has that time. */
@Component
class ChoosingByHand {

    private static final int TRIES = 8;

    private final ArrivalPlans plans;
    private final ArrangingArrivals arranging;
    private final DiaryDesk diaries;
    private final Decisions decisions;
    private final TravelTimes times;

    ChoosingByHand(
            ArrivalPlans plans,
            ArrangingArrivals arranging,
            DiaryDesk diaries,
            Decisions decisions,
            TravelTimes times) {
        this.plans = plans;
        this.arranging = arranging;
        this.diaries = diaries;
        this.decisions = decisions;
        this.times = times;
    }

    ArrivalPlan vehicle(ArrivalPlanId id, UUID resource) {
        return untilThePlanHoldsStill(id, () -> chooseVehicle(id, resource));
    }

    ArrivalPlan interpreter(ArrivalPlanId id, UUID resource) {
        return untilThePlanHoldsStill(id, () -> chooseInterpreter(id, resource));
    }

    private void chooseVehicle(ArrivalPlanId id, UUID resource) {
        Demand demand = demand(id);
        Diary diary = diary(resource, Kind.VEHICLE, demand);
        if (diary.seats() < demand.seats()) {
            throw new ArrivalRefusal(Reason.TOO_FEW_SEATS, diary.label(), diary.seats(), demand.seats());
        }
        Booking booking =
                diaries.hold(diary.id(), demand.taker(), demand.version(), demand.interval(), null, demand.zone());
        Assignment car = Assignment.of(diary, booking.interval(), null, true);
        decisions.change(plans, id, plan -> plan.chooseVehicle(demand.version(), car));
    }

    private void chooseInterpreter(ArrivalPlanId id, UUID resource) {
        Demand demand = demand(id);
        if (demand.languages().isEmpty()) {
            throw new ArrivalRefusal(Reason.NO_INTERPRETER_NEEDED);
        }
        Diary diary = diary(resource, Kind.INTERPRETER, demand);
        String language = demand.language(diary)
                .orElseThrow(() -> new ArrivalRefusal(
                        Reason.WRONG_LANGUAGE,
                        diary.label(),
                        String.join(", ", diary.languages()),
                        String.join(", ", demand.languages())));
        Booking booking =
                diaries.hold(diary.id(), demand.taker(), demand.version(), demand.interval(), language, demand.zone());
        Assignment person = Assignment.of(diary, booking.interval(), language, true);
        decisions.change(plans, id, plan -> plan.chooseInterpreter(demand.version(), person));
    }

    private Demand demand(ArrivalPlanId id) {
        ArrivalPlan plan = plans.get(id);
        Demand demand = plan.demand(times);
        if (demand == null) {
            throw plan.isOver()
                    ? new ArrivalRefusal(Reason.ARRIVAL_IS_OVER)
                    : new ArrivalRefusal(
                            Reason.FLIGHT_IS_CANCELLED, plan.flight().number());
        }
        return demand;
    }

    private Diary diary(UUID resource, Kind kind, Demand demand) {
        Diary diary;
        try {
            diary = diaries.get(new DiaryId(resource));
        } catch (Absent unknown) {
            throw new Invalid("/resourceId", "logistics.unknown-resource");
        }
        if (diary.kind() != kind) {
            throw new ArrivalRefusal(Reason.WRONG_KIND, diary.label());
        }
        if (!demand.worksAt(diary)) {
            throw new ArrivalRefusal(Reason.WRONG_AIRPORT, diary.label(), String.valueOf(diary.airport()));
        }
        return diary;
    }

    /** The diary has granted it; a plan that changed meanwhile is asked again, one that refuses gives it back. */
    private ArrivalPlan untilThePlanHoldsStill(ArrivalPlanId id, Runnable choice) {
        for (int tries = 1; ; tries++) {
            try {
                choice.run();
                arranging.arrange(id);
                return plans.get(id);
            } catch (ArrivalRefusal refused) {
                if (refused.reason() != Reason.INPUTS_CHANGED || tries == TRIES) {
                    throw refused;
                }
            } catch (StaleEdit stale) {
                arranging.arrange(id);
                throw stale;
            }
        }
    }
}
