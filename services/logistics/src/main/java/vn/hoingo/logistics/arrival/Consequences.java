package vn.hoingo.logistics.arrival;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.diary.Diary;
import vn.hoingo.logistics.diary.DiaryDesk;
import vn.hoingo.logistics.diary.Kind;
import vn.hoingo.logistics.party.KnownPartners;
import vn.hoingo.logistics.programme.Text;

/** What would follow for arrivals, worked out by the plans themselves on a copy that nobody saves. */
@Component
class Consequences {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    private final ArrivalPlans plans;
    private final DiaryDesk diaries;
    private final KnownPartners partners;
    private final TravelTimes times;
    private final Sentences sentences;
    private final Clock clock;

    Consequences(
            ArrivalPlans plans,
            DiaryDesk diaries,
            KnownPartners partners,
            TravelTimes times,
            Sentences sentences,
            Clock clock) {
        this.plans = plans;
        this.diaries = diaries;
        this.partners = partners;
        this.times = times;
        this.sentences = sentences;
        this.clock = clock;
    }

    List<Consequence> ofAnotherHead(UUID delegation, int newRank) {
        List<Consequence> all = new ArrayList<>();
        for (ArrivalPlan plan : plans.findByDelegationIdOrderByLandsAtAscIdAsc(delegation)) {
            Travellers before = plan.travellers();
            if (plan.isOver() || !before.heads()) {
                continue;
            }
            Text partner = nameOf(plan);
            Travellers.Entitlement entitled = before.ledBy(newRank).entitlement(times);
            if (entitled != before.entitlement(times)) {
                String key = "preview." + entitled.code();
                all.add(new Consequence(
                        "entitlement",
                        sentences.of(key, partner),
                        sentences.of(key + ".detail", newRank, times.headCarRank()),
                        true));
            }
            all.add(new Consequence(
                    "plan-stale",
                    sentences.of("preview.plan-stale", partner),
                    sentences.of("preview.plan-stale.detail"),
                    false));
        }
        return all;
    }

    List<Consequence> ofAnotherLanding(UUID delegation, UUID party, LocalDateTime arrives) {
        ArrivalPlan plan = plans.findById(ArrivalPlanId.of(delegation, party)).orElse(null);
        if (plan == null || plan.isOver() || plan.lands().equals(arrives)) {
            return List.of();
        }
        Assignment car = plan.vehicle();
        Assignment person = plan.interpreter();
        plan.flightChanged(plan.flightRevision() + 1, arrives, times, clock.instant());
        Demand demand = plan.demand(times);
        if (demand == null) {
            return List.of();
        }
        Text partner = nameOf(plan);
        List<Consequence> all = new ArrayList<>();
        all.add(new Consequence(
                "pick-up",
                sentences.of(
                        "preview.pick-up", partner, TIME.format(plan.pickUpAt().atZone(plan.zone()))),
                sentences.of("preview.pick-up.detail", plan.flight().number(), TIME.format(plan.lands())),
                true));
        all.add(assignment(Kind.VEHICLE, "car", car, demand, partner));
        if (!demand.languages().isEmpty()) {
            all.add(assignment(Kind.INTERPRETER, "interpreter", person, demand, partner));
        }
        FirstObligation first = plan.obligation();
        if (plan.isAtRisk() && first != null) {
            all.add(new Consequence(
                    "at-risk",
                    sentences.of(
                            "preview.at-risk",
                            partner,
                            first.name() == null ? sentences.of("activity") : first.name(),
                            TIME.format(first.at().atZone(plan.zone()))),
                    sentences.of(
                            "preview.at-risk.detail",
                            "",
                            "",
                            "",
                            TIME.format(plan.readyAt().atZone(plan.zone()))),
                    false));
        }
        return all;
    }

    private Consequence assignment(Kind kind, String noun, @Nullable Assignment had, Demand demand, Text partner) {
        Diary free = null;
        for (Diary diary : diaries.inService(kind)) {
            boolean same = had != null && diary.id().equals(had.diary());
            if ((free == null || same)
                    && demand.isMetBy(diary)
                    && diary.conflict(demand.taker().planId(), demand.interval(), times.buffer())
                            .isEmpty()) {
                free = diary;
                if (same) {
                    break;
                }
            }
        }
        if (free == null) {
            return new Consequence(
                    "no-" + noun,
                    sentences.of("preview.no-" + noun, partner),
                    sentences.of("preview.no-" + noun + ".detail", partner, String.join(", ", demand.languages())),
                    false);
        }
        boolean same = had == null || free.id().equals(had.diary());
        String key = "preview." + (same ? "same-" : "other-") + noun;
        String before = had == null ? free.label() : had.label();
        return new Consequence(
                (same ? "same-" : "other-") + noun,
                sentences.of(key, partner, free.label(), before),
                sentences.of(key + ".detail", partner, free.label(), before),
                true);
    }

    private Text nameOf(ArrivalPlan plan) {
        return partners.nameOf(plan.partnerId()).orElseGet(() -> sentences.of("party"));
    }

    /**
     * One thing that would follow.
     *
     * @param automatic true when it happens by itself; false when it asks for a person
     */
    record Consequence(String kind, Text title, Text detail, boolean automatic) {}
}
