package vn.hoingo.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import vn.hoingo.messaging.lab.hall.Hall;
import vn.hoingo.messaging.lab.hall.HallId;

class DecisionsTests {

    private final Decisions decisions = new Decisions();
    private final InMemoryAggregates<Hall, HallId> halls = new InMemoryAggregates<>();
    private final HallId hall = new HallId(Ids.fresh());

    @Test
    void askersAreServedInTheOrderInWhichTheyCameThoughMoreThanOneRoundTakes() throws Exception {
        int askers = 200;
        decisions.open(halls, hall, () -> new Hall(hall, askers));
        List<Integer> served = new CopyOnWriteArrayList<>();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> decisions.decide(halls, hall, it -> {
                inside.countDown();
                await(goOn);
                return it.take(UUID.randomUUID());
            }));
            inside.await();
            for (int asker = 1; asker < askers; asker++) {
                int me = asker;
                threads.submit(() -> decisions.decide(halls, hall, it -> {
                    served.add(me);
                    return it.take(UUID.randomUUID());
                }));
                Awaitility.await()
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> decisions.waiting(hall) == me);
            }
            goOn.countDown();
        }
        assertThat(served)
                .containsExactlyElementsOf(IntStream.range(1, askers).boxed().toList());
        assertThat(decisions.waiting(hall)).isZero();
        assertThat(halls.get(hall).version()).isEqualTo(2 + 4); // birth, the first one, and 199 in rounds of 64
    }

    @Test
    void whoeverIsOvertakenAllTheTimeIsToldSo() {
        InMemoryAggregates<Hall, HallId> contended = new InMemoryAggregates<>() {
            @Override
            public synchronized Hall save(Hall aggregate) {
                if (aggregate.version() > 0) {
                    throw new OptimisticLockingFailureException("overtaken");
                }
                return super.save(aggregate);
            }
        };
        decisions.open(contended, hall, () -> new Hall(hall, 100));

        assertThat(CompletableFuture.supplyAsync(
                        () -> decisions.decide(contended, hall, it -> it.take(UUID.randomUUID()))))
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(OptimisticLockingFailureException.class);
        assertThat(decisions.waiting(hall)).isZero();
    }

    @Test
    void whatIsThereAlreadyIsWishedAnewUnlessTheCommandThatMadeItIsRepeated() {
        assertThat(isWishedAnew("first")).isFalse();
        assertThat(isWishedAnew("first")).isFalse();
        assertThat(isWishedAnew("another")).isTrue();
    }

    private boolean isWishedAnew(String key) {
        Acting.Request request = new Acting.Request("POST /halls", key, "body", null);
        boolean[] anew = {false};
        new Acting("somebody", "walk", null, null, request)
                .in(() -> decisions.open(halls, hall, () -> new Hall(hall, 100), existing -> {
                    anew[0] = true;
                    return existing;
                }));
        return anew[0];
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
