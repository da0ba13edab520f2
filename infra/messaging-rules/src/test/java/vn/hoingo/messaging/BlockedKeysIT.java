package vn.hoingo.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.messaging.Listening.MOVED;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.messaging.Mortal.Step;
import vn.hoingo.messaging.lab.board.KnownTicket;
import vn.hoingo.messaging.lab.trouble.Trouble;

/** Rule 14: what cannot be handled stops one key and nothing else, and is mended in its order. */
class BlockedKeysIT extends LabIT {

    private final Trouble trouble = new Trouble();
    private final UUID bad = Ids.fresh();
    private final UUID good = Ids.fresh();
    private String consumer = "";
    private String topic = "";
    private final Map<UUID, Long> sequences = new ConcurrentHashMap<>();

    @BeforeEach
    void aTopicAndAConsumerOfItsOwn() {
        topic = topic(1);
        consumer = named("lab.stuck");
        create(consumer + ".dead-letters", 1);
    }

    @Test
    void laterMessagesOfABlockedKeyWaitInTheirOrderAndOtherKeysPass() {
        trouble.with(bad, Failing::withABug);
        try (Listening _ = listen(Mortal.forEver())) {
            moves(bad, 3);
            moves(good, 3);
            moves(bad, 2);
            settled(8);
        }
        assertThat(trouble.heard(good)).containsExactly(1L, 2L, 3L);
        assertThat(trouble.heard(bad)).isEmpty();
        assertThat(lines(consumer)).singleElement().satisfies(line -> {
            assertThat(line.key()).isEqualTo(bad.toString());
            assertThat(line.waiting()).extracting(BlockedKeys.Reference::offset).containsExactly(0L, 1L, 2L, 6L, 7L);
            assertThat(line.waiting().getFirst().reason()).isEqualTo("failed-IllegalStateException");
        });
        assertTally(3, 4, 1);
    }

    @Test
    void theDeadLetterIsACopyThatSaysWhereItComesFromAndWhy() {
        trouble.with(bad, Failing::withABug);
        try (Listening _ = listen(Mortal.forEver())) {
            moves(bad, 2);
            settled(2);
        }
        ConsumerRecord<String, byte[]> letter = read(consumer + ".dead-letters").getFirst();
        assertThat(read(consumer + ".dead-letters")).hasSize(1);
        assertThat(letter.value()).isEqualTo(read(topic).getFirst().value());
        assertThat(header(letter, "ce_type")).isEqualTo(MOVED);
        assertThat(header(letter, "dead_reason")).isEqualTo("failed-IllegalStateException");
        assertThat(header(letter, "dead_topic")).isEqualTo(topic);
        assertThat(header(letter, "dead_offset")).isEqualTo("0");
    }

    @Test
    void aReplayHearsTheWholeLineInItsOrder() {
        trouble.with(bad, Failing::withABug);
        try (Listening _ = listen(Mortal.forEver())) {
            moves(bad, 4);
            settled(4);
            trouble.over(bad);

            assertThat(repair(Mortal.forEver()).replay(line())).isEqualTo(new Repair.Drained(4, 0, null));

            moves(bad, 1);
            settled(5);
        }
        assertThat(trouble.heard(bad)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(lines(consumer)).isEmpty();
        assertTally(5, 0, 0);
    }

    @Test
    void aReplayStopsAtTheNextMessageThatFailsWhichIsADeadLetterThen() {
        trouble.with(bad, Failing::withABug);
        try (Listening _ = listen(Mortal.forEver())) {
            moves(bad, 4);
            settled(4);
            trouble.with(bad, heard -> {
                if (heard.sequence() == 3) {
                    throw new IllegalArgumentException("another one");
                }
            });

            assertThat(repair(Mortal.forEver()).replay(line()))
                    .isEqualTo(new Repair.Drained(2, 2, "failed-IllegalArgumentException"));
            assertTally(2, 1, 1);
            assertThat(read(consumer + ".dead-letters"))
                    .extracting(LabIT::sequence)
                    .containsExactly(1L, 3L);

            assertThat(repair(Mortal.forEver()).replay(line()).waiting()).isEqualTo(2);
            assertTally(2, 1, 1);
            trouble.over(bad);
            assertThat(repair(Mortal.forEver()).replay(line()).waiting()).isZero();
        }
        assertThat(trouble.heard(bad)).containsExactly(1L, 2L, 3L, 4L);
        assertTally(4, 0, 0);
    }

    @Test
    void aHeadThatIsGivenUpStaysADeadLetterAndTheRestIsHeard() {
        trouble.with(bad, heard -> {
            if (heard.sequence() == 1) {
                throw new IllegalStateException("for ever");
            }
        });
        try (Listening _ = listen(Mortal.forEver())) {
            moves(bad, 3);
            settled(3);

            assertThat(repair(Mortal.forEver()).discard(line())).isEqualTo(new Repair.Drained(2, 0, null));
        }
        assertThat(trouble.heard(bad)).containsExactly(2L, 3L);
        assertTally(2, 0, 1);
        assertThat(lines(consumer)).isEmpty();
    }

    @Test
    void aMessageThatComesWhileTheLineIsDrainedIsHeardAfterIt() throws Exception {
        trouble.with(bad, Failing::withABug);
        CountDownLatch draining = new CountDownLatch(1);
        CountDownLatch more = new CountDownLatch(1);
        try (Listening _ = listen(Mortal.forEver())) {
            moves(bad, 2);
            settled(2);
            trouble.with(bad, heard -> {
                if (heard.sequence() == 2) {
                    draining.countDown();
                    await(more);
                }
            });
            CompletableFuture<Repair.Drained> drained =
                    CompletableFuture.supplyAsync(() -> repair(Mortal.forEver()).replay(line()));
            await(draining);
            moves(bad, 1);
            moves(good, 1);
            settled(4);
            assertThat(trouble.heard(good)).containsExactly(1L);
            more.countDown();
            assertThat(drained.get(60, TimeUnit.SECONDS).heard()).isEqualTo(3);
        }
        assertThat(trouble.heard(bad)).containsExactly(1L, 2L, 3L);
        assertTally(4, 0, 0);
    }

    @Test
    void operationsSeesWhereAMessageLiesAndWhyAndNothingElse() {
        BlockedKeys.Reference reference = new BlockedKeys.Reference(2, 7, MOVED, "behind", true);

        assertThat(JsonMapper.builder().build().<JsonNode>valueToTree(reference).propertyNames())
                .containsExactlyInAnyOrder("partition", "offset", "type", "reason");
    }

    @Test
    void oneRepairIsUnderWayAtATime() throws Exception {
        trouble.with(bad, Failing::withABug);
        CountDownLatch draining = new CountDownLatch(1);
        CountDownLatch more = new CountDownLatch(1);
        try (Listening _ = listen(Mortal.forEver())) {
            moves(bad, 2);
            settled(2);
            trouble.with(bad, heard -> {
                draining.countDown();
                await(more);
            });
            String line = line();
            CompletableFuture<Repair.Drained> first =
                    CompletableFuture.supplyAsync(() -> repair(Mortal.forEver()).replay(line));
            await(draining);
            assertThat(repair(Mortal.forEver()).replay(line))
                    .isEqualTo(new Repair.Drained(0, 2, "another-repair-is-under-way"));
            more.countDown();
            assertThat(first.get(60, TimeUnit.SECONDS).heard()).isEqualTo(2);
        }
        assertThat(trouble.heard(bad)).containsExactly(1L, 2L);
        assertTally(2, 0, 0);
    }

    @Test
    void aStoreThatIsAwayWhileALineIsDrainedLeavesTheLineAsItIs() {
        trouble.with(bad, Failing::withABug);
        try (Listening _ = listen(Mortal.forEver())) {
            moves(bad, 3);
            settled(3);
            trouble.with(bad, heard -> {
                if (heard.sequence() == 2) {
                    throw new DataAccessResourceFailureException("away");
                }
            });

            assertThat(repair(Mortal.forEver()).replay(line())).isEqualTo(new Repair.Drained(1, 2, "unavailable"));
            assertTally(1, 2, 0);
            trouble.over(bad);
            assertThat(repair(Mortal.forEver()).replay(line())).isEqualTo(new Repair.Drained(2, 0, null));
        }
        assertTally(3, 0, 0);
    }

    @Test
    void aMessageWithoutKeyStopsNothing() {
        try (Listening _ = listen(Mortal.forEver())) {
            send(topic, null, MOVED, 1, move(good, 1));
            send(topic, null, MOVED, 2, move(good, 2));
            moves(good, 2);
            settled(4);

            assertThat(trouble.heard(good)).containsExactly(1L, 2L);
            assertThat(lines(consumer)).hasSize(2).allSatisfy(line -> assertThat(line.waiting())
                    .singleElement()
                    .satisfies(only -> assertThat(only.reason()).isEqualTo("no-key")));
            assertTally(2, 0, 2);
            assertThat(repair(Mortal.forEver()).replay(line()).reason()).isEqualTo("no-key");
            lines(consumer).forEach(line -> repair(Mortal.forEver()).discard(line.id()));
        }
        assertThat(lines(consumer)).isEmpty();
        assertTally(2, 0, 2);
    }

    /** The steps between a message that fails and its place behind the committed offset. */
    static Stream<Step> stepsOfBlocking() {
        return Stream.of(
                Step.before("send DEAD"),
                Step.after("send DEAD"),
                Step.before("execute blocked_keys").time(2), // 1: is the key blocked? 2: block it
                Step.after("execute blocked_keys").time(2),
                Step.before("execute tallies").time(2), // 1: how far was counted? 2: count
                Step.after("execute tallies").time(2),
                Step.before("commitSync"),
                Step.after("commitSync"));
    }

    @ParameterizedTest
    @MethodSource("stepsOfBlocking")
    void aProcessThatDiesWhileItBlocksAKeyLosesNothingAndCountsOnce(Step last) {
        trouble.with(bad, Failing::withABug);
        moves(bad, 3);
        moves(good, 2);
        Mortal life = Mortal.until(at(last));
        try (Listening _ = listen(life)) {
            eventually().until(life::isDead);
        }
        try (Listening _ = listen(Mortal.forEver())) {
            settled(5);
            assertThat(lines(consumer)).singleElement().satisfies(line -> assertThat(line.waiting())
                    .extracting(BlockedKeys.Reference::offset)
                    .containsExactly(0L, 1L, 2L));
            assertTally(2, 2, 1);
            assertThat(read(consumer + ".dead-letters")).hasSizeBetween(1, 2);
            trouble.over(bad);
            repair(Mortal.forEver()).replay(line());
        }
        assertThat(trouble.heard(bad)).containsExactly(1L, 2L, 3L);
        assertThat(trouble.heard(good).stream().distinct()).containsExactly(1L, 2L);
        assertTally(5, 0, 0);
    }

    /** The steps of a drain, at its second message. */
    static Stream<Step> stepsOfDraining() {
        return Stream.of(
                Step.before("execute known_tickets").time(4),
                Step.after("execute known_tickets").time(4), // each row is read and written
                Step.before("execute tallies").time(5), // counted? move, moved; counted?
                Step.after("execute tallies").time(5),
                Step.before("execute blocked_keys").time(4), // find, find; pop, find; pop
                Step.after("execute blocked_keys").time(5),
                Step.before("execute tallies").time(6),
                Step.after("execute tallies").time(6));
    }

    @ParameterizedTest
    @MethodSource("stepsOfDraining")
    void aProcessThatDiesHalfWayThroughADrainIsFollowedByOneThatEndsIt(Step last) {
        trouble.with(bad, Failing::withABug);
        try (Listening _ = listen(Mortal.forEver())) {
            moves(bad, 4);
            settled(4);
        }
        trouble.over(bad);
        Mortal life = Mortal.until(last);
        try {
            repair(life).replay(line());
        } catch (Mortal.Death killed) {
            assertThat(life.isDead()).isTrue();
        }
        assertThat(life.isDead()).isTrue();
        theLeaseOfTheDeadRunsOut("repair");

        if (!lines(consumer).isEmpty()) {
            repair(Mortal.forEver()).replay(line());
        }
        assertThat(trouble.heard(bad).stream().distinct()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(copies(Mortal.forEver()).find(bad)).contains(new KnownTicket(bad, bad, 4, 4));
        assertThat(lines(consumer)).isEmpty();
        assertTally(4, 0, 0);
    }

    @Test
    void aGroupThatIsRewoundHearsTheLineOnceAndCountsNothingTwice() {
        trouble.with(bad, heard -> {
            if (heard.sequence() == 2) {
                throw new IllegalStateException("broken");
            }
        });
        try (Listening _ = listen(Mortal.forEver())) {
            moves(bad, 4);
            moves(good, 1);
            settled(5);
        }
        rewind(consumer, topic, 1);
        try (Listening _ = listen(Mortal.forEver())) {
            eventually().until(() -> committed(consumer, topic) == 5);
        }
        assertThat(lines(consumer)).singleElement().satisfies(line -> assertThat(line.waiting())
                .extracting(BlockedKeys.Reference::offset)
                .containsExactly(1L, 2L, 3L));
        assertTally(2, 2, 1);
    }

    @Test
    void whatFailsOnlyWhenItIsHeardAgainIsNotCountedTwice() {
        try (Listening _ = listen(Mortal.forEver())) {
            moves(bad, 3);
            settled(3);
        }
        trouble.with(bad, Failing::withABug);
        rewind(consumer, topic, 1);
        try (Listening _ = listen(Mortal.forEver())) {
            eventually().until(() -> committed(consumer, topic) == 3);
        }
        assertThat(lines(consumer).getFirst().waiting()).hasSize(3);
        assertTally(3, 0, 0);
        trouble.over(bad);
        assertThat(repair(Mortal.forEver()).replay(line()).heard()).isEqualTo(3);
        assertTally(3, 0, 0);
    }

    private Listening listen(Mortal life) {
        return new Listening(this, life, consumer, topic, (message, heard) -> {
            trouble.hear(heard);
            copies(life).apply(heard.source(), heard, before -> moved(before, heard, message.seat()));
        });
    }

    private static KnownTicket moved(KnownTicket before, Heard heard, int seat) {
        return new KnownTicket(heard.source(), heard.source(), seat, before == null ? 1 : before.moves() + 1);
    }

    private LocalCopy<KnownTicket> copies(Mortal life) {
        return new LocalCopies(life.at(mongo)).of(KnownTicket.class);
    }

    /** The repair of a process that hears with the same reaction. */
    private Repair repair(Mortal life) {
        Hearing hearing = Listening.hearing(this, life, consumer, topic, (message, heard) -> {
            trouble.hear(heard);
            copies(life).apply(heard.source(), heard, before -> moved(before, heard, message.seat()));
        });
        return new Repair(
                Map.of(consumer, hearing),
                new BlockedKeys(life.at(mongo)),
                new Tallies(life.at(mongo)),
                () -> MessagingAutoConfiguration.connect(properties, null),
                () -> new Lease(life.at(mongo), Repair.LEASE_NAME));
    }

    private void theLeaseOfTheDeadRunsOut(String name) {
        mongo.execute("leases", leases -> leases.deleteOne(new org.bson.Document("_id", name)));
    }

    private Step at(Step step) {
        return new Step(step.what().replace("DEAD", consumer + ".dead-letters"), step.before(), step.time());
    }

    private String line() {
        return lines(consumer).getFirst().id();
    }

    private void moves(UUID ticket, int times) {
        for (int i = 0; i < times; i++) {
            long sequence = sequences.merge(ticket, 1L, Long::sum);
            send(topic, ticket, MOVED, sequence, move(ticket, (int) sequence));
        }
    }

    private static String move(UUID ticket, int seat) {
        return "{\"ticketId\":\"" + ticket + "\",\"seat\":" + seat + "}";
    }

    /** So many messages were counted and committed. */
    private void settled(int messages) {
        eventually().untilAsserted(() -> {
            assertThat(tally(consumer).received()).isEqualTo(messages);
            assertThat(committed(consumer, topic)).isEqualTo(messages);
        });
    }

    private void assertTally(long handled, long parked, long deadLettered) {
        Tallies.Tally tally = tally(consumer);
        assertThat(List.of(tally.handled(), tally.parked(), tally.deadLettered()))
                .containsExactly(handled, parked, deadLettered);
        assertThat(difference(tally)).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** The ways to fail. */
    private static final class Failing {
        static void withABug(Heard heard) {
            throw new IllegalStateException("a bug");
        }
    }
}
