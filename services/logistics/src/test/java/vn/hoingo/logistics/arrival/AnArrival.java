package vn.hoingo.logistics.arrival;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.arrival.ArrivalPlan.Told;
import vn.hoingo.logistics.diary.Interval;
import vn.hoingo.logistics.party.Flight;
import vn.hoingo.logistics.programme.Text;
import vn.hoingo.messaging.Heard;

/** The arrival of five from Busan, driven by the plan's own verbs. */
final class AnArrival {

    static final UUID DELEGATION = UUID.fromString("0114bf63-7717-7db4-80ec-c554b2ec4c3f");
    static final UUID EVENT = UUID.fromString("01e1f80b-d70a-7078-8c78-55a451731b74");
    static final UUID PARTNER = UUID.fromString("013fa48c-a885-7781-b484-2fa7456f3ece");
    static final UUID PARTY = UUID.fromString("01407a08-c08b-7d8b-9919-38e6e9476d06");
    static final UUID VAN = UUID.fromString("01dc5308-1dcb-7829-9f73-7cf7e80c3942");
    static final UUID HANA = UUID.fromString("01957869-5e00-7f21-909e-50196fff5dc6");
    static final UUID PLAN = ArrivalPlanId.of(DELEGATION, PARTY).value();
    static final Instant TOLD = Instant.parse("2026-09-01T02:00:00Z");
    static final Instant LATER = Instant.parse("2026-09-10T02:00:00Z");

    static final TravelTimes TIMES = new TravelTimes(
            Duration.ofMinutes(45),
            Duration.ofMinutes(60),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofMinutes(5),
            3,
            6);
    static final Flight VN_409 = new Flight(
            "VN0409",
            "ICN",
            "SGN",
            "T2",
            LocalDateTime.parse("2026-09-22T10:15"),
            "Asia/Seoul",
            LocalDateTime.parse("2026-09-22T13:35"),
            "Asia/Ho_Chi_Minh");
    static final Instant LANDS = Instant.parse("2026-09-22T06:35:00Z");
    static final Instant PICK_UP = Instant.parse("2026-09-22T07:20:00Z");
    static final Interval TIME = new Interval(LANDS, Instant.parse("2026-09-22T08:20:00Z"));
    static final Travellers FIVE_KOREANS = new Travellers(5, 6, true, 5, List.of("ko"));
    static final Travellers FIVE_WHO_SPEAK_ENGLISH = new Travellers(5, 6, true, 5, List.of("ko", "en"));

    private AnArrival() {}

    static ArrivalPlan needed(Travellers travellers) {
        return ArrivalPlan.need(
                DELEGATION,
                EVENT,
                PARTNER,
                PARTY,
                travellers,
                new Told(VN_409, VN_409.arrives(), 1, TOLD, false),
                TIMES);
    }

    static ArrivalPlan needed() {
        return needed(FIVE_KOREANS);
    }

    static ArrivalPlan drafted() {
        return arranged(needed(), van(), hana(), false);
    }

    static ArrivalPlan confirmed() {
        return arranged(needed(), van(), hana(), true);
    }

    static ArrivalPlan arranged(
            ArrivalPlan plan, @Nullable Assignment car, @Nullable Assignment person, boolean settled) {
        plan.draft(plan.version(), car, person, LATER);
        if (settled) {
            plan.settle(plan.version());
        }
        return plan;
    }

    static Assignment van() {
        return new Assignment(VAN, "Xe 07", 16, TIME, null, false);
    }

    static Assignment hana() {
        return new Assignment(HANA, "Hana", 0, TIME, "ko", false);
    }

    /** An activity of the event that begins then, by the clock of Ho Chi Minh City. */
    static FirstObligation obligation(String starts) {
        LocalDateTime local = LocalDateTime.parse(starts);
        return new FirstObligation(
                UUID.fromString("0151863b-f5d9-7226-ab17-c4621ec34054"),
                new Text("Khai mạc", "Opening"),
                local,
                "Asia/Ho_Chi_Minh",
                local.atZone(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
    }

    static Heard heard(long sequence) {
        return new Heard("WhenHeadReplaced-look", DELEGATION, sequence, LATER, "m" + sequence);
    }

    static Demand demandOf(ArrivalPlan plan) {
        return Objects.requireNonNull(plan.demand(TIMES));
    }
}
