package vn.hoingo.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.messaging.Listening.MOVED;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.query.Query;
import vn.hoingo.messaging.Mortal.Step;
import vn.hoingo.messaging.lab.board.KnownTicket;
import vn.hoingo.messaging.lab.hall.HallRefusal;
import vn.hoingo.messaging.lab.takings.AllTakings;
import vn.hoingo.messaging.lab.takings.Receipt.ReceiptId;
import vn.hoingo.messaging.lab.takings.Receipts;
import vn.hoingo.messaging.lab.takings.Takings;
import vn.hoingo.messaging.lab.ticket.Ticket;
import vn.hoingo.messaging.lab.ticket.TicketId;
import vn.hoingo.messaging.lab.ticket.Tickets;
import vn.hoingo.messaging.lab.trouble.Trouble;
import vn.hoingo.messaging.lab.trouble.WhenTicketMoved;

/** Rules 11 to 17: every message has its effect once, whatever fails and however often it comes. */
class HearingIT extends LabIT {

    @Autowired
    private Tickets tickets;

    @Autowired
    private AllTakings takings;

    @Autowired
    private Receipts receipts;

    @Autowired
    private LocalCopies copies;

    @Autowired
    private Trouble trouble;

    @Autowired
    private Foundations foundations;

    private final TicketId id = new TicketId(Ids.fresh());
    private final UUID show = Ids.fresh();

    /** The lab as a service: its own reactions, made by Spring, on its own topics. */
    @Nested
    class AService {

        // rule 11

        @Test
        void hearsInThreeWaysWhatOthersAnnounce() {
            issueAndMove(3);

            eventually().untilAsserted(() -> {
                assertThat(copies.of(KnownTicket.class).find(id.value()))
                        .contains(new KnownTicket(id.value(), show, 3, 3));
                assertThat(takings.findById(new Takings.ShowId(show)))
                        .hasValueSatisfying(
                                counted -> assertThat(counted.sold()).isEqualTo(1));
                assertThat(receipts.findById(ReceiptId.of(id.value()))).isPresent();
            });
        }

        @Test
        void isNotMovedByAWholeTopicThatComesAgain() {
            issueAndMove(3);
            List<String> consumers = List.of("lab.board", "lab.takings", "lab.trouble");
            eventually().untilAsserted(() -> {
                assertThat(copies.of(KnownTicket.class).find(id.value()).map(KnownTicket::moves))
                        .contains(3);
                assertThat(receipts.findById(ReceiptId.of(id.value()))).isPresent();
                long onTopic = read("lab.ticket").size();
                assertThat(consumers).allSatisfy(each -> {
                    assertThat(tally(each).received()).isEqualTo(onTopic);
                    assertThat(committed(each, "lab.ticket")).isEqualTo(onTopic);
                });
            });
            List<Tallies.Tally> before = tallies.all();
            long receiptsBefore = read("lab.receipt").size();

            foundations.stop();
            consumers.forEach(each -> rewind(each, "lab.ticket", 6));
            foundations.start();

            long onTopic = read("lab.ticket").size();
            eventually().untilAsserted(() -> assertThat(consumers)
                    .allSatisfy(
                            each -> assertThat(committed(each, "lab.ticket")).isEqualTo(onTopic)));
            assertThat(copies.of(KnownTicket.class).find(id.value())).contains(new KnownTicket(id.value(), show, 3, 3));
            assertThat(takings.get(new Takings.ShowId(show)).sold()).isEqualTo(1);
            assertThat(receipts.get(ReceiptId.of(id.value())).version()).isEqualTo(1);
            assertThat(tallies.all()).containsExactlyInAnyOrderElementsOf(before);
            assertThat(read("lab.receipt")).hasSize((int) receiptsBefore);
        }

        @Test
        void keepsTheMemoryOfARowThatWasTakenAway() {
            LocalCopy<KnownTicket> board = copies.of(KnownTicket.class);
            Heard issued = new Heard("r", id.value(), 1, NOON, "m1");
            Heard cancelled = new Heard("r", id.value(), 2, NOON, "m2");
            board.apply(id.value(), issued, before -> new KnownTicket(id.value(), show, 1, 0));
            board.apply(id.value(), cancelled, before -> null);

            board.apply(id.value(), issued, before -> new KnownTicket(id.value(), show, 1, 0));

            assertThat(board.find(id.value())).isEmpty();
        }

        @Test
        void countsWhatManySourcesSayOfOneRowOncePerSource() {
            LocalCopy<KnownTicket> board = copies.of(KnownTicket.class);
            UUID row = Ids.fresh();
            List<UUID> sources = Stream.generate(Ids::fresh).limit(12).toList();
            Stream.concat(sources.stream(), sources.stream())
                    .parallel()
                    .forEach(source -> board.apply(
                            row,
                            new Heard("r", source, 1, NOON, "m"),
                            before -> new KnownTicket(row, show, 0, before == null ? 1 : before.moves() + 1)));

            assertThat(board.find(row).map(KnownTicket::moves)).contains(12);
        }

        @Test
        void mayUseAQueryAgain() {
            Query query = new Query();
            copies.of(KnownTicket.class).find(query);
            assertThat(copies.of(KnownTicket.class).find(query)).isNotNull();
        }

        // rule 15, by one consumer with two reactions

        @Test
        void skipsWhatItDoesNotDeclareAndWhatWasBeforeItsTime() {
            Tallies.Tally before = tally("lab.trouble");
            issueAndMove(1); // the issue is not declared
            Map<String, String> old = headers("lab.ticket-cancelled.v1", 3, "2025-12-31T23:59:59Z");
            Map<String, String> late = headers("lab.ticket-cancelled.v1", 4, WhenTicketMoved.SINCE);
            eventually().until(() -> read("lab.ticket", id.value()).size() == 2);
            send("lab.ticket", id.value().toString(), old, "{\"ticketId\":\"" + id.value() + "\"}");
            send("lab.ticket", id.value().toString(), late, "{\"ticketId\":\"" + id.value() + "\"}");

            eventually().untilAsserted(() -> assertThat(tally("lab.trouble").received())
                    .isEqualTo(before.received() + 4));
            assertThat(trouble.heard(id.value())).containsExactly(2L, 4L);
            assertThat(tally("lab.trouble").skipped()).isEqualTo(before.skipped() + 2);
            assertThat(difference(tally("lab.trouble"))).isZero();
        }

        @Test
        void countsARefusalAndGoesOn() {
            Tallies.Tally before = tally("lab.trouble");
            trouble.with(id.value(), heard -> {
                if (heard.sequence() == 2) {
                    throw new HallRefusal(HallRefusal.Reason.SOLD_OUT);
                }
            });
            issueAndMove(2);

            eventually().untilAsserted(() -> assertThat(tally("lab.trouble").received())
                    .isEqualTo(before.received() + 3));
            assertThat(trouble.tried(id.value())).containsExactly(2L, 3L);
            assertThat(trouble.heard(id.value())).containsExactly(3L);
            assertThat(tally("lab.trouble").refused()).isEqualTo(before.refused() + 1);
            assertThat(difference(tally("lab.trouble"))).isZero();
        }

        // rule 16 and Foundations

        @Test
        void ownsTopicsThatAreKeptForEverAndIndexesOfCopiesToo() throws Exception {
            try (var admin = admin()) {
                var described = admin.describeTopics(List.of("lab.ticket", "lab.board.dead-letters"))
                        .allTopicNames()
                        .get();
                assertThat(described.values())
                        .allSatisfy(each -> assertThat(each.partitions()).hasSize(6));
                var resource = new org.apache.kafka.common.config.ConfigResource(
                        org.apache.kafka.common.config.ConfigResource.Type.TOPIC, "lab.ticket");
                var config =
                        admin.describeConfigs(List.of(resource)).all().get().get(resource);
                assertThat(config.get("retention.ms").value()).isEqualTo("-1");
                assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
                assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
            }
            eventually().untilAsserted(() -> {
                assertThat(indexes("known_tickets")).contains("show");
                assertThat(indexes("tickets")).contains("pending_facts", "due");
            });
        }

        @Test
        void hearsAgainAfterItWasPaused() {
            foundations.stop();
            foundations.start();
            issueAndMove(1);

            eventually()
                    .untilAsserted(() -> assertThat(copies.of(KnownTicket.class).find(id.value()))
                            .isPresent());
            eventually().until(() -> foundations.health().getStatus().getCode().equals("UP"));
        }

        // rule 17

        @Test
        void namesTheCauseOfWhatItAnnounces() {
            new Acting("ann", "correlation-17", null, "00-trace-17", null).in(() -> issueAndMove(0));

            eventually().until(() -> receipts.findById(ReceiptId.of(id.value())).isPresent());
            UUID receipt = ReceiptId.of(id.value()).value();
            eventually().until(() -> !read("lab.receipt", receipt).isEmpty());
            ConsumerRecord<String, byte[]> cause =
                    read("lab.ticket", id.value()).getFirst();
            ConsumerRecord<String, byte[]> effect = read("lab.receipt", receipt).getFirst();
            assertThat(header(cause, "correlationid")).isEqualTo("correlation-17");
            assertThat(header(cause, "causationid")).isEmpty();
            assertThat(header(effect, "correlationid")).isEqualTo("correlation-17");
            assertThat(header(effect, "causationid")).isEqualTo(header(cause, "ce_id"));
            assertThat(header(effect, "actor")).isEqualTo("ann");
            assertThat(header(effect, "traceparent")).isEqualTo("00-trace-17");
        }

        private Ticket issueAndMove(int moves) {
            return decisions.open(tickets, id, () -> {
                Ticket ticket = Ticket.issue(id, show, 0);
                IntStream.rangeClosed(1, moves).forEach(ticket::move);
                return ticket;
            });
        }

        private Set<String> indexes(String collection) {
            Set<String> names = new HashSet<>();
            mongo.getCollection(collection).listIndexes().forEach(each -> names.add(each.getString("name")));
            return names;
        }
    }

    /** One consumer on a topic of its own, with the failures of rule 15. */
    @Nested
    class AConsumer {

        private final Trouble mine = new Trouble();
        private final UUID bad = Ids.fresh();
        private final UUID good = Ids.fresh();
        private final Map<UUID, Long> sequences = new ConcurrentHashMap<>();
        private final String topic = topic(1);
        private final String consumer = named("lab.hearing");

        AConsumer() {
            create(consumer + ".dead-letters", 1);
        }

        @Test
        void triesFiveTimesBeforeItSetsAside() {
            mine.with(bad, heard -> {
                throw new IllegalStateException("a bug");
            });
            try (Listening _ = listen(Mortal.forEver())) {
                moves(bad, 1);
                settled(1);
            }
            assertThat(mine.tried(bad)).containsExactly(1L, 1L, 1L, 1L, 1L);
            assertThat(tally(consumer).deadLettered()).isEqualTo(1);
        }

        @Test
        void survivesAnErrorAsItSurvivesABug() {
            mine.with(bad, heard -> {
                throw new StackOverflowError("deep");
            });
            try (Listening _ = listen(Mortal.forEver())) {
                moves(bad, 1);
                moves(good, 1);
                settled(2);
            }
            assertThat(mine.heard(good)).containsExactly(1L);
            assertThat(tally(consumer).deadLettered()).isEqualTo(1);
        }

        @Test
        void setsAsideAtOnceWhatCannotBeRead() {
            List<String> unreadable = List.of(
                    "not json",
                    "{\"ticketId\":\"" + bad + "\"}",
                    "{\"ticketId\":\"" + bad + "\",\"seat\":null}",
                    "{\"ticketId\":\"x\",\"seat\":1}",
                    "{\"seat\":1}",
                    "null",
                    "");
            try (Listening _ = listen(Mortal.forEver())) {
                unreadable.forEach(payload -> send(topic, Ids.fresh(), MOVED, 1, payload));
                send(topic, bad.toString(), Map.of("ce_type", MOVED, "ce_id", "1"), move(bad, 1)); // no number
                send(topic, good.toString(), Map.of("ce_id", "1"), move(good, 1)); // no type
                send(topic, "no id", headers(MOVED, 1, NOON.toString()), move(bad, 1));
                settled(unreadable.size() + 3);
            }
            assertThat(mine.tried(bad)).isEmpty();
            assertThat(tally(consumer).deadLettered()).isEqualTo(unreadable.size() + 3);
            assertThat(lines(consumer))
                    .extracting(line -> line.waiting().getFirst().reason())
                    .containsExactlyInAnyOrder(
                            "unreadable",
                            "unreadable",
                            "unreadable",
                            "unreadable",
                            "missing ticketId",
                            "no-payload",
                            "unreadable",
                            "no-sequence",
                            "no-type",
                            "key-is-no-id");
        }

        @Test
        void ignoresFieldsThatItDoesNotKnow() {
            try (Listening _ = listen(Mortal.forEver())) {
                send(topic, good, MOVED, 1, move(good, 4).replace("}", ",\"colour\":\"red\"}"));
                settled(1);
            }
            assertThat(mine.heard(good)).containsExactly(1L);
        }

        @Test
        void triesAtOnceAgainWhenItWasOvertaken() {
            AtomicInteger times = new AtomicInteger();
            mine.with(bad, heard -> {
                if (times.incrementAndGet() < 10) {
                    throw new OptimisticLockingFailureException("overtaken");
                }
            });
            try (Listening _ = listen(Mortal.forEver())) {
                moves(bad, 1);
                settled(1);
            }
            assertThat(mine.heard(bad)).containsExactly(1L);
            assertThat(lines(consumer)).isEmpty();
        }

        @Test
        void waitsWithOnePartitionForAStoreThatIsAwayAndLosesNothing() {
            String wide = topic(6);
            UUID elsewhere = Stream.generate(Ids::fresh)
                    .filter(key -> partition(key, 6) != partition(bad, 6))
                    .findFirst()
                    .orElseThrow();
            AtomicInteger times = new AtomicInteger();
            mine.with(bad, heard -> {
                boolean othersWentOn = mine.heard(elsewhere).size() == 3;
                if (heard.sequence() == 2 && (times.incrementAndGet() <= 3 || !othersWentOn)) {
                    throw new DataAccessResourceFailureException("away");
                }
            });
            try (Listening _ = listenTo(wide, Mortal.forEver())) {
                for (int i = 1; i <= 3; i++) {
                    send(wide, bad, MOVED, i, move(bad, i));
                }
                for (int i = 1; i <= 3; i++) {
                    send(wide, elsewhere, MOVED, i, move(elsewhere, i));
                }
                eventually().untilAsserted(() -> assertThat(tally(consumer).received())
                        .isEqualTo(6));
            }
            assertThat(times).hasValueGreaterThan(3);
            assertThat(mine.heard(bad)).containsExactly(1L, 2L, 3L);
            assertThat(tally(consumer).handled()).isEqualTo(6);
            assertThat(difference(tally(consumer))).isZero();
        }

        @Test
        void waitsForABrokerThatDoesNotTakeItsDeadLetter() {
            String closed = named("lab.closed"); // its topic of dead letters is missing at first
            mine.with(bad, heard -> {
                throw new IllegalStateException("a bug");
            });
            moves(bad, 1);
            moves(good, 1);
            try (Listening _ = new Listening(
                    HearingIT.this, Mortal.forEver(), closed, topic, (message, heard) -> mine.hear(heard))) {
                eventually().until(() -> mine.tried(bad).size() >= 5);
                assertThat(mine.heard(good)).isEmpty();
                create(closed + ".dead-letters", 1);
                eventually().untilAsserted(() -> assertThat(tally(closed).received())
                        .isEqualTo(2));
            }
            assertThat(mine.heard(good)).containsExactly(1L);
            assertThat(read(closed + ".dead-letters")).hasSize(1);
        }

        static Stream<Step> stepsOfHearing() {
            return Stream.of(
                    Step.before("execute known_tickets").time(6), // each row is read and written
                    Step.after("execute known_tickets").time(6),
                    Step.before("execute blocked_keys").time(3),
                    Step.before("execute tallies"),
                    Step.before("execute tallies").time(2), // 1: how far was counted? 2: count
                    Step.after("execute tallies").time(2),
                    Step.before("commitSync"),
                    Step.after("commitSync"));
        }

        @ParameterizedTest
        @MethodSource("stepsOfHearing")
        void thatDiesAtAnyStepIsFollowedByOneThatHearsTheRestOnce(Step last) {
            moves(bad, 5);
            moves(good, 5);
            Mortal life = Mortal.until(last);
            try (Listening _ = listen(life)) {
                eventually().until(life::isDead);
            }
            try (Listening _ = listen(Mortal.forEver())) {
                settled(10);
            }
            for (UUID ticket : List.of(bad, good)) {
                assertThat(copies.of(KnownTicket.class).find(ticket)).contains(new KnownTicket(ticket, ticket, 5, 5));
                assertThat(mine.heard(ticket).stream().distinct()).containsExactly(1L, 2L, 3L, 4L, 5L);
            }
            assertThat(tally(consumer).handled()).isEqualTo(10);
            assertThat(difference(tally(consumer))).isZero();
        }

        @Test
        void hearsOnceWhileOthersComeAndGo() {
            String wide = topic(6);
            List<UUID> many = Stream.generate(Ids::fresh).limit(30).toList();
            List<Listening> processes = new ArrayList<>();
            try {
                processes.add(listenTo(wide, Mortal.forEver()));
                for (int round = 1; round <= 6; round++) {
                    for (UUID ticket : many) {
                        send(wide, ticket, MOVED, round, move(ticket, round));
                    }
                    if (round % 2 == 1) {
                        processes.add(listenTo(wide, Mortal.forEver()));
                    } else {
                        processes.removeFirst().close();
                    }
                }
                eventually().untilAsserted(() -> {
                    assertThat(tally(consumer).received()).isEqualTo(180);
                    assertThat(committed(consumer, wide)).isEqualTo(180);
                });
            } finally {
                processes.forEach(Listening::close);
            }
            assertThat(many).allSatisfy(ticket -> assertThat(
                            copies.of(KnownTicket.class).find(ticket))
                    .contains(new KnownTicket(ticket, ticket, 6, 6)));
            assertThat(tally(consumer).handled()).isEqualTo(180);
            assertThat(difference(tally(consumer))).isZero();
        }

        @Test
        void losesAndCountsTwiceNothingWhenItsCommitComesTooLate() {
            AtomicInteger commits = new AtomicInteger();
            Hearing hearing = new Hearing(
                    consumer,
                    List.of(Listening.reaction(consumer, topic, (message, heard) -> mine.hear(heard))),
                    () -> refusing(MessagingAutoConfiguration.connect(properties, consumer), commits),
                    kafka,
                    blocked,
                    tallies,
                    clock);
            Thread thread = Thread.ofPlatform().daemon().start(hearing);
            try {
                for (int i = 1; i <= 3; i++) {
                    moves(good, 1);
                    long heard = i;
                    eventually().until(() -> tally(consumer).received() == heard);
                }
                settled(3);
            } finally {
                hearing.stop();
                eventually().until(() -> !thread.isAlive());
            }
            assertThat(commits).hasValueGreaterThan(2);
            assertThat(mine.heard(good)).containsExactly(1L, 2L, 3L);
            assertThat(difference(tally(consumer))).isZero();
        }

        /** A connection whose first two commits find that the group has moved on. */
        @SuppressWarnings("unchecked")
        private Consumer<String, byte[]> refusing(Consumer<String, byte[]> broker, AtomicInteger commits) {
            return (Consumer<String, byte[]>) Proxy.newProxyInstance(
                    Consumer.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, given) -> {
                        if (method.getName().equals("commitSync") && commits.incrementAndGet() <= 2) {
                            throw commits.get() == 1
                                    ? new RebalanceInProgressException("joining")
                                    : new CommitFailedException("gone");
                        }
                        try {
                            return method.invoke(broker, given);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }

        @Test
        void countsNothingThatAnotherProcessHasCountedMeanwhile() {
            Map<Outcome, Integer> three = new EnumMap<>(Map.of(Outcome.HANDLED, 3));
            assertThat(tallies.count(consumer, topic, 0, -1, 2, three)).isTrue();
            assertThat(tallies.count(consumer, topic, 0, -1, 2, three)).isFalse();
            assertThat(tallies.count(consumer, topic, 0, 2, 5, three)).isTrue();
            assertThat(tallies.count(consumer, topic, 0, 2, 5, three)).isFalse();
            assertThat(tallies.countedUpTo(consumer, topic, 0)).isEqualTo(5);
            assertThat(tally(consumer).handled()).isEqualTo(6);
        }

        private Listening listen(Mortal life) {
            return listenTo(topic, life);
        }

        private Listening listenTo(String where, Mortal life) {
            LocalCopy<KnownTicket> board = new LocalCopies(life.at(mongo)).of(KnownTicket.class);
            return new Listening(HearingIT.this, life, consumer, where, (message, heard) -> {
                mine.hear(heard);
                board.apply(
                        heard.source(),
                        heard,
                        before -> new KnownTicket(
                                heard.source(),
                                heard.source(),
                                message.seat(),
                                before == null ? 1 : before.moves() + 1));
            });
        }

        private void moves(UUID ticket, int times) {
            for (int i = 0; i < times; i++) {
                long sequence = sequences.merge(ticket, 1L, Long::sum);
                send(topic, ticket, MOVED, sequence, move(ticket, (int) sequence));
            }
        }

        private void settled(int messages) {
            eventually().untilAsserted(() -> {
                assertThat(tally(consumer).received()).isEqualTo(messages);
                assertThat(committed(consumer, topic)).isEqualTo(messages);
            });
        }
    }

    /** Deadlines: facts of time. */
    @Nested
    class ADueDate {

        private final List<UUID> called = new CopyOnWriteArrayList<>();
        private final String database = named("due");

        @Test
        void isMindedOnceItIsThereAndNotBefore() {
            try (Instance one = new Instance(HearingIT.this, database, Mortal.forEver())) {
                remind(one, id, NOON);
                dueDates(one, NOON.minusSeconds(1), this::minded).once();
                assertThat(called).isEmpty();
                theLeaseRunsOut(one);
                dueDates(one, NOON, minding(one)).once();
                assertThat(called).containsExactly(id.value());
                theLeaseRunsOut(one);
                dueDates(one, NOON.plusSeconds(1), minding(one)).once();
                assertThat(called).hasSize(1);
            }
        }

        @Test
        void isMindedByOneInstance() {
            try (Instance one = new Instance(HearingIT.this, database, Mortal.forEver())) {
                remind(one, id, NOON);
                DueDates first = dueDates(one, NOON, this::minded);
                DueDates second = dueDates(one, NOON, this::minded);
                first.once();
                second.once();
                assertThat(called).hasSize(1);
                first.once();
                assertThat(called).hasSize(2); // it did not move the date, so it is called again
            }
        }

        @Test
        void isMindedThoughAHundredBeforeItFail() {
            try (Instance one = new Instance(HearingIT.this, database, Mortal.forEver())) {
                for (int i = 0; i < 130; i++) {
                    remind(one, new TicketId(Ids.fresh()), NOON.minusSeconds(i % 3));
                }
                remind(one, id, NOON);
                dueDates(one, NOON.plusSeconds(60), ticket -> {
                            if (!ticket.equals(id.value())) {
                                throw new IllegalStateException("cannot");
                            }
                            called.add(ticket);
                        })
                        .once();
                assertThat(called).containsExactly(id.value());
            }
        }

        private java.util.function.Consumer<UUID> minding(Instance at) {
            return ticket -> {
                called.add(ticket);
                at.decisions.change(at.tickets, new TicketId(ticket), it -> it.remind(null));
            };
        }

        private void minded(UUID ticket) {
            called.add(ticket);
        }

        private void remind(Instance at, TicketId ticket, Instant when) {
            at.decisions.open(at.tickets, ticket, () -> {
                Ticket it = new Ticket(ticket, show);
                it.remind(when);
                return it;
            });
        }

        private DueDates dueDates(Instance at, Instant now, java.util.function.Consumer<UUID> minder) {
            return new DueDates(
                    at.mongo,
                    kinds,
                    List.of(new WhenDue<Ticket>() {
                        @Override
                        public Class<Ticket> aggregate() {
                            return Ticket.class;
                        }

                        @Override
                        public void becameDue(UUID ticket, Instant at) {
                            minder.accept(ticket);
                        }
                    }),
                    Clock.fixed(now, ZoneOffset.UTC));
        }

        private void theLeaseRunsOut(Instance at) {
            at.mongo.execute("leases", leases -> leases.deleteOne(new Document("_id", "due-dates")));
        }
    }

    private static int partition(UUID key, int partitions) {
        return org.apache.kafka.common.utils.Utils.toPositive(org.apache.kafka.common.utils.Utils.murmur2(
                        key.toString().getBytes()))
                % partitions;
    }

    private static Map<String, String> headers(String type, long sequence, String at) {
        return Map.of(
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type,
                "ce_time",
                at,
                "sequence",
                Long.toString(sequence));
    }

    private static String move(UUID ticket, int seat) {
        return "{\"ticketId\":\"" + ticket + "\",\"seat\":" + seat + "}";
    }
}
