package vn.hoingo.logistics.arrival;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.arrival.ArrivalPlan.Missing;
import vn.hoingo.logistics.diary.Booking;
import vn.hoingo.logistics.diary.Diary;
import vn.hoingo.logistics.diary.DiaryDesk;
import vn.hoingo.logistics.diary.DiaryId;
import vn.hoingo.logistics.diary.DiaryRefusal;
import vn.hoingo.logistics.diary.Kind;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Refusal;

/**
 * Finds a plan its car and its interpreter. The diaries are asked first, always in the same order: the car, then the interpreter;
 * what they have is asked before anything else, and the old time is given up only after the new one was tried. The
 * plan then says what it has, the diaries are confirmed when nothing is missing, and whatever else has a line of the
 * plan gives it back. A crash in between leaves holds, which end by themselves, and a plan that is due.
 */
@Component
class ArrangingArrivals {

    private static final int TRIES = 8;
    private static final Found NONE = new Found(null, true);

    private final ArrivalPlans plans;
    private final DiaryDesk diaries;
    private final Decisions decisions;
    private final TravelTimes times;
    private final Clock clock;

    ArrangingArrivals(ArrivalPlans plans, DiaryDesk diaries, Decisions decisions, TravelTimes times, Clock clock) {
        this.plans = plans;
        this.diaries = diaries;
        this.decisions = decisions;
        this.times = times;
        this.clock = clock;
    }

    /** Arranges one plan as well as it can be now. Doing it again changes nothing. */
    void arrange(ArrivalPlanId id) {
        RuntimeException last = null;
        for (int tries = 1; tries <= TRIES; tries++) {
            ArrivalPlan plan = plans.get(id);
            Demand demand = plan.demand(times);
            if (demand == null) {
                giveBackWhatIsNotUsedBy(plan);
                return;
            }
            try {
                giveBackWhatIsNotUsedBy(arranged(plan, demand));
                return;
            } catch (ArrivalRefusal | DiaryRefusal overtaken) {
                last = overtaken; // the plan changed, or a hold ended: look again
            }
        }
        throw Objects.requireNonNull(last);
    }

    private ArrivalPlan arranged(ArrivalPlan plan, Demand demand) {
        Found car = find(Kind.VEHICLE, plan.vehicle(), demand);
        Found person = demand.languages().isEmpty() ? NONE : find(Kind.INTERPRETER, plan.interpreter(), demand);
        Instant now = clock.instant();
        boolean complete =
                car.isThere() && (person.isThere() || demand.languages().isEmpty());
        if (plan.isSettledWith(car.assignment(), person.assignment(), now)
                && (!complete || car.isFirm() && person.isFirm())) {
            return plan;
        }
        Instant tryAgainAt = demand.interval().until().isAfter(now) ? now.plus(times.tryAgain()) : null;
        ArrivalPlan drafted = decisions.change(
                plans,
                plan.id(),
                asked -> asked.draft(demand.version(), car.assignment(), person.assignment(), tryAgainAt));
        for (Found each : List.of(car, person)) {
            Assignment assignment = each.assignment();
            if (assignment != null && (complete || assignment.byHand())) {
                diaries.confirm(assignment.diary(), plan.id().value(), assignment.interval());
            }
        }
        long version = drafted.version();
        return decisions.change(plans, plan.id(), asked -> asked.settle(version));
    }

    private Found find(Kind kind, @Nullable Assignment had, Demand demand) {
        List<Diary> candidates = new ArrayList<>(diaries.inService(kind));
        candidates.removeIf(diary -> !demand.isMetBy(diary));
        if (had != null) {
            candidates.sort(Comparator.comparing(diary -> !diary.id().equals(had.diary())));
        }
        for (Diary diary : candidates) {
            boolean byHand = had != null && had.byHand() && had.diary().equals(diary.id());
            String language = kind == Kind.INTERPRETER ? demand.language(diary).orElse(null) : null;
            if (diary.conflict(demand.taker().planId(), demand.interval(), times.buffer())
                    .isEmpty()) {
                try {
                    Booking booking = diaries.hold(
                            diary.id(), demand.taker(), demand.version(), demand.interval(), language, demand.zone());
                    return new Found(Assignment.of(diary, booking.interval(), language, byHand), booking.isFirm());
                } catch (DiaryRefusal takenMeanwhile) {
                    continue;
                }
            }
        }
        return NONE;
    }

    /** Every other diary that has a line of this plan gives it back, unless a later version of the plan asked for it. */
    void giveBackWhatIsNotUsedBy(ArrivalPlan plan) {
        diaries.releaseAllBut(plan.id().value(), plan.diaries(), plan.version());
    }

    /** Something is free that was not: the plans that lack it are tried, whoever lands first first. */
    void tryThoseThatLack(Kind kind) {
        tryAll(thoseThatLack(kind));
    }

    private List<ArrivalPlan> thoseThatLack(Kind kind) {
        Missing what = kind == Kind.VEHICLE ? Missing.VEHICLE : Missing.INTERPRETER;
        return plans.findByMissingInOrderByLandsAtAscIdAsc(List.of(what));
    }

    /** A car or a person is not there any more: those who had it look for another, the highest rank first. */
    void replace(UUID resource) {
        List<ArrivalPlan> concerned = new ArrayList<>(plans.findByVehicleResourceIdOrderByLandsAtAscIdAsc(resource));
        concerned.addAll(plans.findByInterpreterResourceIdOrderByLandsAtAscIdAsc(resource));
        concerned.sort(Comparator.comparing(plan -> plan.travellers().headRank()));
        Diary diary = diaries.get(new DiaryId(resource));
        concerned.removeIf(plan -> diary.bookingOf(plan.id().value()).isPresent()); // it is back, and theirs again
        for (ArrivalPlan plan : concerned) {
            decisions.change(plans, plan.id(), losing -> losing.lost(resource));
        }
        tryAll(concerned);
    }

    private void tryAll(List<ArrivalPlan> all) {
        for (ArrivalPlan plan : all) {
            try {
                arrange(plan.id());
            } catch (Refusal overtaken) {
                continue; // it is due again by itself; the others are tried
            }
        }
    }

    /**
     * The hold of a plan in a diary is over. If the plan is complete with it, a crash came between the plan and its diary, and the
     * diary is confirmed; otherwise it is given back, and others have their chance.
     */
    void holdIsOver(Diary diary, UUID planId) {
        ArrivalPlanId id = new ArrivalPlanId(planId);
        ArrivalPlan plan;
        try {
            plan = plans.get(id);
        } catch (Absent neverSaved) {
            diaries.release(diary.id(), planId, Long.MAX_VALUE);
            return;
        }
        Booking booking = diary.bookingOf(planId).orElse(null);
        if (booking != null && plan.missing().isEmpty() && plan.has(diary.id(), booking.interval())) {
            try {
                diaries.confirm(diary.id(), planId, booking.interval());
                return;
            } catch (DiaryRefusal moved) {
                arrange(id);
                return;
            }
        }
        ArrivalPlan without =
                decisions.change(plans, id, losing -> losing.lost(diary.id().value()));
        diaries.release(diary.id(), planId, without.version());
        tryAll(thoseThatLack(diary.kind()).stream()
                .filter(other -> !other.id().equals(id)) // it had its chance, and has another when it is due
                .toList());
    }

    /** What a diary keeps for the plan, if any does, and whether it is firm already. */
    private record Found(@Nullable Assignment assignment, boolean isFirm) {

        boolean isThere() {
            return assignment != null;
        }
    }
}
