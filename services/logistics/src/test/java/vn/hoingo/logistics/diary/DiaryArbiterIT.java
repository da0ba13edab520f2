package vn.hoingo.logistics.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hoingo.logistics.RunningLogistics;
import vn.hoingo.logistics.diary.Booking.Taker;
import vn.hoingo.messaging.Ids;

/** One car, and many who want it at the same moment. */
@RunningLogistics
class DiaryArbiterIT {

    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration BUFFER = Duration.ofMinutes(30);
    private static final Instant MORNING = Instant.parse("2026-11-25T00:00:00Z");

    @Autowired
    private DiaryDesk desk;

    @Test
    void sixtyFourPlansForOneCarAreGrantedExactlyWhatDoesNotOverlap() throws Exception {
        DiaryId car = desk.add(Kind.VEHICLE, "Xe 64", 16, List.of(), "ZZZ").id();
        Random random = new Random(64);
        List<Future<Boolean>> answers = new ArrayList<>();
        List<Interval> asked = new ArrayList<>();
        List<UUID> plans = new ArrayList<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                Interval interval = from(random.nextInt(1_200), 60 + random.nextInt(90));
                UUID plan = Ids.fresh();
                asked.add(interval);
                plans.add(plan);
                answers.add(together.submit(() -> isGranted(car, plan, interval)));
            }
        }

        List<Interval> granted = new ArrayList<>();
        List<Interval> refused = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            (answers.get(i).get() ? granted : refused).add(asked.get(i));
        }
        assertThat(granted).isNotEmpty();
        for (Interval one : granted) {
            assertThat(granted).filteredOn(other -> other != one).noneMatch(other -> other.conflictsWith(one, BUFFER));
        }
        assertThat(refused).allMatch(each -> granted.stream().anyMatch(other -> other.conflictsWith(each, BUFFER)));
        assertThat(desk.get(car).bookings()).extracting(Booking::interval).containsExactlyInAnyOrderElementsOf(granted);
        plans.forEach(plan -> desk.release(car, plan, 2));
    }

    @Test
    void askingAgainGrantsTheSameOnce() {
        DiaryId car = desk.add(Kind.VEHICLE, "Xe 65", 16, List.of(), "ZZZ").id();
        UUID plan = Ids.fresh();
        assertThat(isGranted(car, plan, from(0, 60))).isTrue();
        assertThat(isGranted(car, plan, from(0, 60))).isTrue();
        assertThat(desk.get(car).bookings()).hasSize(1);
        desk.release(car, plan, 2);
    }

    @Test
    void aHoldThatNobodyCompletesIsGivenBackByItself() {
        DiaryId car = desk.add(Kind.VEHICLE, "Xe 66", 16, List.of(), "ZZZ").id();
        assertThat(isGranted(car, Ids.fresh(), from(0, 60))).isTrue();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(desk.get(car).bookings()).isEmpty());
    }

    private boolean isGranted(DiaryId car, UUID plan, Interval interval) {
        try {
            desk.hold(car, new Taker(plan, Ids.fresh(), Ids.fresh(), Ids.fresh()), 1, interval, null, HERE);
            return true;
        } catch (DiaryRefusal refused) {
            return false;
        }
    }

    private static Interval from(int minute, int length) {
        Instant from = MORNING.plusSeconds(60L * minute);
        return new Interval(from, from.plusSeconds(60L * length));
    }
}
