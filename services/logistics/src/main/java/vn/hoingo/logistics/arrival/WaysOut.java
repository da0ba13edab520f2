package vn.hoingo.logistics.arrival;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.arrival.ArrivalPlan.Missing;
import vn.hoingo.logistics.diary.Booking;
import vn.hoingo.logistics.diary.Diary;
import vn.hoingo.logistics.diary.DiaryDesk;
import vn.hoingo.logistics.diary.Kind;
import vn.hoingo.logistics.party.KnownPartners;
import vn.hoingo.logistics.programme.KnownActivity;
import vn.hoingo.logistics.programme.Programme;
import vn.hoingo.logistics.programme.Text;

/** What one can do about an arrival that is in trouble: two or three things, the best one first, each with the call that does it. */
@Component
class WaysOut {

    static final String STRAIGHT = "straight-to-venue";
    static final String OTHER_VEHICLE = "other-vehicle";
    static final String OTHER_INTERPRETER = "other-interpreter";
    static final String JOIN_LATER = "join-later";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int AT_MOST = 3;

    private final DiaryDesk diaries;
    private final Programme programme;
    private final KnownPartners partners;
    private final TravelTimes times;
    private final Sentences sentences;

    WaysOut(DiaryDesk diaries, Programme programme, KnownPartners partners, TravelTimes times, Sentences sentences) {
        this.diaries = diaries;
        this.programme = programme;
        this.partners = partners;
        this.times = times;
        this.sentences = sentences;
    }

    List<WayOut> of(ArrivalPlan plan) {
        Demand demand = plan.demand(times);
        if (demand == null) {
            return List.of();
        }
        List<WayOut> ways = new ArrayList<>();
        if (plan.missing().contains(Missing.VEHICLE)) {
            ways.addAll(swaps(plan, demand, Kind.VEHICLE));
        }
        if (plan.missing().contains(Missing.INTERPRETER)) {
            ways.addAll(swaps(plan, demand, Kind.INTERPRETER));
        }
        if (plan.isAtRisk()) {
            if (!plan.goesStraightToTheVenue()) {
                ways.add(straight(plan));
            }
            ways.add(later(plan));
        }
        return ways.stream().limit(AT_MOST).toList();
    }

    private WayOut straight(ArrivalPlan plan) {
        Instant there = plan.pickUpAt().plus(times.transfer());
        FirstObligation first = plan.obligation();
        String arrives = TIME.format(there.atZone(plan.zone()));
        String starts = first == null ? "" : TIME.format(first.at().atZone(plan.zone()));
        boolean inTime = first != null && !there.isAfter(first.at());
        Assignment car = plan.vehicle();
        return new WayOut(
                STRAIGHT,
                sentences.of(
                        "way.straight",
                        car == null ? "–" : car.label(),
                        plan.flight().airport()),
                sentences.of(inTime ? "way.straight.in-time" : "way.straight.late", arrives, starts),
                there,
                act(plan, STRAIGHT, null));
    }

    private WayOut later(ArrivalPlan plan) {
        KnownActivity next =
                programme.firstAfter(plan.eventId(), plan.readyAt()).orElse(null);
        Text name = next == null ? null : next.name();
        return new WayOut(
                JOIN_LATER,
                sentences.of("way.later"),
                next == null
                        ? sentences.of("way.later.nothing")
                        : sentences.of(
                                "way.later.next",
                                name == null ? sentences.of("activity") : name,
                                TIME.format(next.startsAt().atZone(plan.zone()))),
                plan.readyAt(),
                act(plan, JOIN_LATER, null));
    }

    /** Those that could do it: first the free ones, which a moment ago were not, then those that one other party must give up. */
    private List<WayOut> swaps(ArrivalPlan plan, Demand demand, Kind kind) {
        List<WayOut> free = new ArrayList<>();
        List<WayOut> taken = new ArrayList<>();
        for (Diary diary : diaries.inService(kind)) {
            if (!demand.isMetBy(diary)) {
                continue;
            }
            String way = kind == Kind.VEHICLE ? OTHER_VEHICLE : OTHER_INTERPRETER;
            Booking conflict = diary.conflict(plan.id().value(), demand.interval(), times.buffer())
                    .orElse(null);
            if (conflict == null) {
                free.add(new WayOut(
                        way,
                        sentences.of("way.free", diary.label()),
                        sentences.of("way.free.detail"),
                        plan.readyAt(),
                        act(plan, way, diary.id().value())));
            } else {
                taken.add(new WayOut(
                        way,
                        sentences.of("way.taken", diary.label()),
                        sentences.of(
                                "way.taken.detail",
                                partners.nameOf(conflict.taker().partnerId()).orElse(new Text("–", "–")),
                                TIME.format(conflict.interval().from().atZone(plan.zone())),
                                TIME.format(conflict.interval().until().atZone(plan.zone()))),
                        null,
                        new WayOut.Act(
                                "GET",
                                "/api/logistics/arrivals/" + conflict.taker().planId(),
                                Map.of())));
            }
        }
        free.addAll(taken);
        return free;
    }

    private static WayOut.Act act(ArrivalPlan plan, String kind, @Nullable UUID resource) {
        return new WayOut.Act(
                "POST",
                "/api/logistics/arrivals/" + plan.id().value() + "/way-out",
                resource == null ? Map.of("kind", kind) : Map.of("kind", kind, "resourceId", resource));
    }

    /**
     * One thing to do.
     *
     * @param readyAt when the party is there, if this is done
     * @param act the call that does it; a GET where the other party has to be looked at first
     */
    record WayOut(
            String kind, Text title, Text detail, @Nullable Instant readyAt, Act act) {

        record Act(String method, String path, Map<String, Object> body) {}
    }
}
