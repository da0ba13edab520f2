package vn.hoingo.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoingo.messaging.test.Callers.a;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.logistics.Elsewhere;
import vn.hoingo.logistics.Elsewhere.Delegation;
import vn.hoingo.logistics.RunningLogistics;
import vn.hoingo.logistics.diary.Booking;
import vn.hoingo.logistics.diary.Diary;
import vn.hoingo.logistics.diary.DiaryDesk;
import vn.hoingo.logistics.diary.DiaryId;
import vn.hoingo.logistics.diary.Kind;
import vn.hoingo.logistics.itinerary.ItineraryId;
import vn.hoingo.messaging.Absent;

/** A bad day: everything changes at once, from several sides. When it is quiet again, plans and diaries agree. */
@RunningLogistics
class ConvergenceIT {

    private static final int DELEGATIONS = 16;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Elsewhere elsewhere;

    @Autowired
    private DiaryDesk diaries;

    @Autowired
    private ArrivalDesk desk;

    @ParameterizedTest
    @ValueSource(longs = {4, 2026})
    void afterABadDayPlansAndDiariesAgree(long seed) throws Exception {
        String airport = "Q" + (char) ('A' + seed % 26) + "Q";
        List<DiaryId> cars = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            cars.add(
                    diaries.add(Kind.VEHICLE, "Xe " + i, 16, List.of(), airport).id());
        }
        cars.add(
                diaries.add(Kind.INTERPRETER, "Hana", 0, List.of("ko"), airport).id());
        List<Delegation> all = new ArrayList<>();
        Set<UUID> gone = new HashSet<>();
        Random random = new Random(seed);
        for (int i = 0; i < DELEGATIONS; i++) {
            Delegation delegation = elsewhere.delegation(airport, i % 4 == 0 ? "ko" : "en");
            if (i % 5 == 0) {
                gone.add(delegation.id);
            }
            all.add(delegation);
        }
        try (ExecutorService sides = Executors.newFixedThreadPool(4)) {
            List<Future<?>> days = new ArrayList<>();
            for (Delegation delegation : all) {
                long own = random.nextLong();
                days.add(sides.submit(() -> {
                    live(delegation, new Random(own), cars, gone.contains(delegation.id));
                    return null;
                }));
            }
            for (Future<?> day : days) {
                day.get();
            }
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .ignoreException(Absent.class)
                .untilAsserted(() -> plansAndDiariesAgree(all, gone, cars));
    }

    private void live(Delegation delegation, Random random, List<DiaryId> cars, boolean goes) throws Exception {
        delegation.approved(time(random));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> desk.get(planOf(delegation)) != null);
        for (int step = 0; step < 6; step++) {
            switch (random.nextInt(5)) {
                case 0 -> delegation.amended(time(random));
                case 1 -> delegation.headReplaced(1 + random.nextInt(10));
                case 2 ->
                    act(
                            "/itineraries/"
                                    + ItineraryId.of(delegation.id, delegation.party)
                                            .value() + "/delay",
                            "{\"newArrival\": \"" + time(random) + "\"}");
                case 3 ->
                    act(
                            "/arrivals/" + planOf(delegation).value() + "/vehicle",
                            "{\"resourceId\": \"" + cars.get(random.nextInt(3)).value() + "\"}");
                default -> {
                    DiaryId car = cars.get(random.nextInt(cars.size()));
                    act("/diaries/" + car.value() + "/out-of-service", "{}");
                    act("/diaries/" + car.value() + "/return", "{}");
                }
            }
        }
        if (goes) {
            delegation.withdrawn();
        }
    }

    private void act(String path, String body) throws Exception {
        int status = mvc.perform(post("/api/logistics" + path)
                        .with(a("dispatcher"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).as(path).isIn(200, 404, 409);
    }

    private static ArrivalPlanId planOf(Delegation delegation) {
        return ArrivalPlanId.of(delegation.id, delegation.party);
    }

    private static String time(Random random) {
        return "2026-09-2%dT%02d:%02d:00"
                .formatted(2 + random.nextInt(2), 6 + random.nextInt(16), 5 * random.nextInt(12));
    }

    private void plansAndDiariesAgree(List<Delegation> all, Set<UUID> gone, List<DiaryId> cars) {
        List<Diary> read = cars.stream().map(diaries::get).toList();
        for (Delegation delegation : all) {
            ArrivalPlan plan = desk.get(planOf(delegation));
            if (gone.contains(delegation.id)) {
                assertThat(plan.state()).isEqualTo(ArrivalPlan.State.CLOSED);
                assertThat(read)
                        .allMatch(diary -> diary.bookingOf(plan.id().value()).isEmpty());
                continue;
            }
            assertThat(plan.state()).isNotIn(ArrivalPlan.State.CLOSED, ArrivalPlan.State.DRAFTED);
            if (plan.missing().isEmpty()) {
                Demand demand = plan.demand(AnArrival.TIMES);
                for (DiaryId used : plan.diaries()) {
                    assertThat(diaries.get(used).bookingOf(plan.id().value()))
                            .as("%s of %s", used, plan.state())
                            .hasValueSatisfying(booking -> {
                                assertThat(booking.state()).isEqualTo(Booking.State.CONFIRMED);
                                assertThat(booking.interval()).isEqualTo(demand == null ? null : demand.interval());
                            });
                }
            }
            assertThat(read)
                    .filteredOn(diary -> diary.bookingOf(plan.id().value()).isPresent())
                    .allMatch(diary -> plan.diaries().contains(diary.id()));
        }
        for (Diary diary : read) {
            for (Booking one : diary.bookings()) {
                assertThat(diary.bookings()).filteredOn(other -> other != one).noneMatch(other -> other.interval()
                        .conflictsWith(one.interval(), AnArrival.TIMES.buffer()));
            }
        }
    }
}
