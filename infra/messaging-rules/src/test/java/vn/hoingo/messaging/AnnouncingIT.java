package vn.hoingo.messaging;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import vn.hoingo.messaging.Mortal.Step;
import vn.hoingo.messaging.lab.hall.Hall;
import vn.hoingo.messaging.lab.hall.HallId;
import vn.hoingo.messaging.lab.ticket.Ticket;
import vn.hoingo.messaging.lab.ticket.TicketId;
import vn.hoingo.messaging.test.BackingServices;

/** Rules 1 to 7: saving is announcing, whatever breaks in between. */
class AnnouncingIT extends LabIT {

    private static final Duration MUCH_LATER = Duration.ofSeconds(10);

    private final String database = named("announcing");
    private final TicketId id = new TicketId(Ids.fresh());

    // rule 1

    @Test
    void factsAreNumberedWithoutGapsWhoeverSavesAtOnce() {
        try (Instance one = instance(Mortal.forEver());
                Instance other = instance(Mortal.forEver());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            issue(one, 0);
            IntStream.range(0, 24).forEach(i -> threads.submit(() -> insistently(i % 2 == 0 ? one : other, i)));
        }
        try (Instance late = instance(Mortal.forEver())) {
            late.sweep(MUCH_LATER).once();
            assertTravelled(25);
        }
    }

    private void insistently(Instance at, int seat) {
        while (true) {
            try {
                at.decisions.change(at.tickets, id, ticket -> ticket.move(seat));
                return;
            } catch (OptimisticLockingFailureException overtaken) {
                Thread.onSpinWait();
            }
        }
    }

    // rule 2

    @Test
    void anEntryTravelsWithTheBytesAndHeadersThatItWasAnnouncedWith() {
        Mortal life = Mortal.until(Step.before("send lab.ticket"));
        try (Instance dying = instance(life)) {
            new Acting("ann", "correlation-1", "cause-1", "00-trace-1", null).in(() -> issue(dying, 0));
            eventually().until(life::isDead);
        }
        Document entry = raw().getList("outbox", Document.class).getFirst();
        try (Instance fresh = instance(Mortal.forEver())) {
            fresh.sweep(MUCH_LATER).once();
            assertTravelled(1);
        }
        ConsumerRecord<String, byte[]> message = read("lab.ticket", id.value()).getFirst();
        assertThat(message.value()).isEqualTo(entry.get("payload", Binary.class).getData());
        Map<String, String> headers = new TreeMap<>();
        message.headers().forEach(each -> headers.put(each.key(), header(message, each.key())));
        assertThat(headers).isEqualTo(new TreeMap<>(entry.get("headers", Document.class)));
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", entry.getString("entry"))
                .containsEntry("ce_type", "lab.ticket-issued.v1")
                .containsEntry("ce_source", "/lab")
                .containsEntry("ce_subject", id.value().toString())
                .containsEntry("ce_time", entry.getDate("at").toInstant().toString())
                .containsEntry("sequence", "1")
                .containsEntry("correlationid", "correlation-1")
                .containsEntry("causationid", "cause-1")
                .containsEntry("traceparent", "00-trace-1")
                .containsEntry("actor", "ann")
                .containsKey("event");
    }

    @Test
    void aFactOverTwoHundredAndFiftySixKibibytesIsRefused() {
        try (Instance one = instance(Mortal.forEver())) {
            issue(one, 0);
            assertThatThrownBy(() -> one.decisions.change(one.tickets, id, ticket -> ticket.annotate(256 * 1024)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("lab.ticket-annotated.v1");
            assertThat(one.tickets.get(id).version()).isEqualTo(1);
        }
    }

    // rules 3 and 4: the process dies at each step of a turn

    static Stream<Step> stepsOfATurn() {
        return Stream.of(
                Step.after("save tickets"),
                Step.before("send lab.ticket"),
                Step.after("send lab.ticket"),
                Step.before("send lab.ticket").time(2),
                Step.after("send lab.ticket").time(2),
                Step.after("send lab.ticket").time(3),
                Step.before("execute tickets"), // the trim
                Step.after("execute tickets"));
    }

    @ParameterizedTest
    @MethodSource("stepsOfATurn")
    void aProcessThatDiesInATurnIsFollowedByASweepThatLosesNothing(Step last) {
        Mortal life = Mortal.until(last);
        try (Instance dying = instance(life)) {
            try {
                issue(dying, 2);
            } catch (Mortal.Death killed) {
                assertThat(life.isDead()).isTrue();
            }
            eventually().until(life::isDead);
        }
        assertThat(raw()).isNotNull();
        try (Instance fresh = instance(Mortal.forEver())) {
            fresh.sweep(MUCH_LATER).once();
            assertTravelled(3);
            fresh.decisions.change(fresh.tickets, id, ticket -> ticket.move(7));
            assertTravelled(4);
        }
    }

    @Test
    void aProcessThatDiesBeforeItSavesAnnouncedNothing() {
        Mortal life = Mortal.until(Step.before("save tickets"));
        try (Instance dying = instance(life)) {
            assertThatThrownBy(() -> issue(dying, 2)).isInstanceOf(Mortal.Death.class);
        }
        assertThat(raw()).isNull();
        assertThat(read("lab.ticket", id.value())).isEmpty();
    }

    // rule 3

    @Test
    void theWriterPublishesAtOnceAndTrimsWithoutTouchingTheVersion() {
        try (Instance one = instance(Mortal.forEver())) {
            issue(one, 2);
            assertTravelled(3);
        }
        assertThat(raw().getLong("version")).isEqualTo(1);
        assertThat(raw().getLong("sequence")).isEqualTo(3);
    }

    @Test
    void aWakeUpDuringATurnMeansAgainAndNothingAcknowledgedIsSentAgain() {
        CountDownLatch firstIsSent = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        KafkaOperations<String, byte[]> slow = sending(record -> {
            firstIsSent.countDown();
            await(goOn);
            return kafka.send(record);
        });
        try (Instance one = new Instance(this, store, database, Mortal.forEver(), slow)) {
            issue(one, 0);
            await(firstIsSent);
            for (int seat = 1; seat <= 5; seat++) {
                int to = seat;
                one.decisions.change(one.tickets, id, ticket -> ticket.move(to));
            }
            goOn.countDown();
            assertTravelled(6);
        }
        assertThat(read("lab.ticket", id.value())).hasSize(6);
    }

    @Test
    void twoKindsOfAggregateMayHaveTheSameId() {
        CountDownLatch goOn = new CountDownLatch(1);
        KafkaOperations<String, byte[]> slow = sending(record -> {
            await(goOn);
            return kafka.send(record);
        });
        HallId hall = new HallId(id.value());
        try (Instance one = new Instance(this, store, database, Mortal.forEver(), slow)) {
            issue(one, 1);
            one.decisions.decide(one.halls, hall, () -> new Hall(hall, 1), it -> it.take(id.value()));
            goOn.countDown();
            assertTravelled(2);
            eventually().untilAsserted(() -> assertThat(read("lab.hall", id.value()))
                    .hasSize(1));
        }
    }

    @Test
    void aSaveWhileTheProcessStopsIsASaveAndTheNextStartSendsIt() {
        try (Instance stopping = instance(Mortal.forEver())) {
            stopping.relay.destroy();
            issue(stopping, 0);
        }
        try (Instance fresh = instance(Mortal.forEver())) {
            fresh.sweep(MUCH_LATER).once();
            assertTravelled(1);
        }
    }

    @Test
    void factsWaitForTheSweepWhileTheBrokerCannotBeReached() {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:1",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                300);
        DefaultKafkaProducerFactory<String, byte[]> nobody = new DefaultKafkaProducerFactory<>(settings);
        try (Instance alone = new Instance(this, store, database, Mortal.forEver(), new KafkaTemplate<>(nobody))) {
            issue(alone, 2);
            alone.decisions.change(alone.tickets, id, ticket -> ticket.move(8));
        } finally {
            nobody.destroy();
        }
        assertThat(raw().getList("outbox", Document.class)).hasSize(4);
        try (Instance fresh = instance(Mortal.forEver())) {
            fresh.sweep(MUCH_LATER).once();
            assertTravelled(4);
        }
        assertThat(read("lab.ticket", id.value())).hasSize(4);
    }

    // rule 4

    @Test
    void theSweepReadsWhatTheStoreCannotTakeBackAndOrdinaryLoadsStayLocal() {
        List<BsonDocument> finds = new CopyOnWriteArrayList<>();
        CommandListener listener = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (event.getCommandName().equals("find")
                        && event.getCommand().getString("find").getValue().equals("tickets")) {
                    finds.add(event.getCommand().clone());
                }
            }
        };
        try (MongoClient watched = MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new com.mongodb.ConnectionString(BackingServices.mongoUri(database)))
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .addCommandListener(listener)
                        .build());
                Instance one = new Instance(this, watched, database, Mortal.forEver(), kafka)) {
            one.sweep(MUCH_LATER).once();
            one.tickets.findById(id);
        }
        assertThat(finds).hasSize(2);
        assertThat(finds.getFirst()
                        .getDocument("readConcern")
                        .getString("level")
                        .getValue())
                .isEqualTo("majority");
        assertThat(finds.getLast().containsKey("readConcern")).isFalse();
    }

    @Test
    void theSweepLeavesWhatIsYoungerThanTwoSeconds() {
        Mortal life = Mortal.until(Step.before("send lab.ticket"));
        try (Instance dying = instance(life)) {
            issue(dying, 0);
            eventually().until(life::isDead);
        }
        Instant at =
                raw().getList("outbox", Document.class).getFirst().getDate("at").toInstant();
        Set<String> sent = ConcurrentHashMap.newKeySet();
        try (Instance fresh = new Instance(this, store, database, Mortal.forEver(), sending(record -> {
            sent.add(record.key());
            return kafka.send(record);
        }))) {
            new Sweep(fresh.mongo, kinds, fresh.relay, Clock.fixed(at.plusMillis(2_000), ZoneOffset.UTC)).once();
            fresh.relay.destroy(); // whatever it began has ended
            assertThat(sent).isEmpty();
        }
        try (Instance fresh = instance(Mortal.forEver())) {
            theLeaseOfTheDeadRunsOut();
            new Sweep(fresh.mongo, kinds, fresh.relay, Clock.fixed(at.plusMillis(2_001), ZoneOffset.UTC)).once();
            assertTravelled(1);
        }
    }

    @Test
    void theSweepPassesDocumentsThatAreStuck() {
        UUID show = Ids.fresh();
        for (int i = 0; i < 250; i++) {
            saveQuietly(new TicketId(new UUID(0, i)), show); // before ours, in the order of keys
        }
        saveQuietly(id, show);
        try (Instance fresh = new Instance(
                this,
                store,
                database,
                Mortal.forEver(),
                sending(record -> record.key().equals(id.value().toString())
                        ? kafka.send(record)
                        : CompletableFuture.failedFuture(new IllegalStateException("stuck"))))) {
            fresh.sweep(MUCH_LATER).once();
            assertTravelled(1);
        }
        assertThat(waiting()).isEqualTo(250);
    }

    @Test
    void theSweepWalksItsIndex() {
        Document explained = mongo.getDb()
                .runCommand(new Document(
                                "explain",
                                new Document("find", "tickets")
                                        .append(
                                                "filter",
                                                new Document(
                                                        "outbox",
                                                        new Document(
                                                                "$elemMatch",
                                                                new Document("at", new Document("$lt", new Date())))))
                                        .append("sort", new Document("_id", 1))
                                        .append("limit", 100))
                        .append("verbosity", "queryPlanner"));
        assertThat(explained.toJson()).contains("pending_facts").doesNotContain("COLLSCAN");
    }

    @Test
    void oneInstanceSweepsAtATimeByTheTimeOfTheStore() {
        Lease one = new Lease(mongo, database);
        Lease other = new Lease(mongo, database);

        assertThat(one.hold(Duration.ofMinutes(1))).isTrue();
        assertThat(other.hold(Duration.ofMinutes(1))).isFalse();
        assertThat(one.hold(Duration.ofMinutes(1))).isTrue();

        mongo.execute(
                "leases",
                leases -> leases.updateOne(
                        new Document("_id", database),
                        List.of(new Document(
                                "$set", new Document("until", new Document("$subtract", List.of("$$NOW", 1)))))));
        assertThat(other.hold(Duration.ofMinutes(1))).isTrue();
        assertThat(one.hold(Duration.ofMinutes(1))).isFalse();
        other.release();
        one.release();
        assertThat(one.hold(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void oneOfManyGetsANewLease() {
        long holders = IntStream.range(0, 16)
                .parallel()
                .filter(any -> new Lease(mongo, database).hold(Duration.ofMinutes(1)))
                .count();
        assertThat(holders).isEqualTo(1);
    }

    @Test
    void theOldestFactThatWaitsIsKnownByItsAge() {
        saveQuietly(id, id.value());
        try (Instance one = instance(Mortal.forEver())) {
            assertThat(one.sweep(Duration.ofMinutes(5)).oldest())
                    .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(9));
            one.sweep(MUCH_LATER).once();
            assertTravelled(1);
            assertThat(one.sweep(Duration.ofMinutes(5)).oldest()).isZero();
        }
    }

    // rules 5 and 6

    @Test
    void aSaveThatRacesATrimBringsASentFactBackWhichIsHarmless() {
        try (Instance one = instance(Mortal.forEver());
                Instance other = instance(Mortal.forEver())) {
            Mortal life = Mortal.until(Step.before("execute tickets"));
            try (Instance slow = instance(life)) {
                issue(slow, 0); // sent, and not trimmed
                eventually().until(life::isDead);
            }
            Ticket loaded = other.tickets.get(id);
            one.sweep(MUCH_LATER).once(); // sends it again, and trims
            assertTravelled(1);
            loaded.move(9);
            other.tickets.save(loaded); // the version is the same: the trim did not touch it
            assertTravelled(2);
        }
        assertThat(read("lab.ticket", id.value())).extracting(LabIT::sequence).containsExactly(1L, 1L, 1L, 2L);
    }

    @Test
    void twoRelaysAtOnceSendTheSameBytesInOrder() {
        Mortal life = Mortal.until(Step.before("send lab.ticket"));
        try (Instance dying = instance(life)) {
            issue(dying, 40);
            eventually().until(life::isDead);
        }
        try (Instance one = instance(Mortal.forEver());
                Instance other = instance(Mortal.forEver())) {
            Aggregate<?> ticket = one.tickets.get(id);
            Relay.Parcel parcel = new Relay.Parcel("tickets", "lab.ticket", id.value(), List.copyOf(ticket.outbox()));
            one.relay.wake(parcel);
            other.relay.wake(parcel);
        }
        assertTravelled(41);
    }

    @Test
    void anAggregateWhoseSaveFailedIsLoadedAgain() {
        try (Instance one = instance(Mortal.forEver())) {
            issue(one, 0);
            Ticket stale = one.tickets.get(id);
            one.decisions.change(one.tickets, id, ticket -> ticket.move(1));
            stale.move(2);
            assertThatThrownBy(() -> one.tickets.save(stale)).isInstanceOf(OptimisticLockingFailureException.class);
            one.decisions.change(one.tickets, id, ticket -> ticket.move(3));
            assertTravelled(3);
        }
    }

    // rule 7

    @ParameterizedTest
    @ValueSource(ints = {500, 5})
    void anAggregateWithTooMuchPendingTakesNoMoreUntilItHasTravelled(int facts) {
        int characters = facts == 5 ? 250 * 1024 : 1;
        try (Instance unheard = new Instance(
                this,
                store,
                database,
                Mortal.forEver(),
                sending(record -> CompletableFuture.failedFuture(new IllegalStateException("no broker"))))) {
            unheard.decisions.open(unheard.tickets, id, () -> {
                Ticket ticket = new Ticket(id, id.value());
                IntStream.range(0, facts).forEach(any -> ticket.annotate(characters));
                return ticket;
            });
            assertThatThrownBy(() -> unheard.decisions.change(unheard.tickets, id, ticket -> ticket.move(1)))
                    .isInstanceOfSatisfying(OutboxFull.class, full -> assertThat(Outcome.of(full))
                            .isEqualTo(Outcome.UNAVAILABLE));
            unheard.decisions.change(unheard.tickets, id, ticket -> ticket.remind(NOON)); // announces nothing
        }
        try (Instance fresh = instance(Mortal.forEver())) {
            fresh.sweep(MUCH_LATER).once();
            assertTravelled(facts);
            fresh.decisions.change(fresh.tickets, id, ticket -> ticket.move(1));
            assertTravelled(facts + 1);
        }
    }

    @Test
    void aDocumentOfFourMebibytesIsRefused() {
        try (Instance one = instance(Mortal.forEver())) {
            issue(one, 0);
            one.decisions.change(one.tickets, id, ticket -> ticket.fatten(3 * 1024 * 1024));
            assertThatThrownBy(() -> one.decisions.change(one.tickets, id, ticket -> ticket.fatten(4 * 1024 * 1024)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("tickets " + id.value());
            assertThat(one.tickets.get(id).padding()).isEqualTo(3 * 1024 * 1024);
        }
    }

    // how it is stored

    @Test
    void localTimesAndZonesAreStoredWhateverTheZoneOfTheMachine() {
        TimeZone machine = TimeZone.getDefault();
        LocalDateTime eight = LocalDateTime.parse("2027-09-23T08:00");
        ZoneId saigon = ZoneId.of("Asia/Ho_Chi_Minh");
        try (Instance one = instance(Mortal.forEver())) {
            issue(one, 0);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            one.decisions.change(one.tickets, id, ticket -> ticket.openDoors(eight, saigon));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Ticket read = one.tickets.get(id);
            assertThat(read.doors()).isEqualTo(eight);
            assertThat(read.day()).isEqualTo(eight.toLocalDate());
            assertThat(read.zone()).isEqualTo(saigon);
        } finally {
            TimeZone.setDefault(machine);
        }
        assertThat(raw().getDate("doors").toInstant()).isEqualTo(Instant.parse("2027-09-23T08:00:00Z"));
        assertThat(raw().getString("zone")).isEqualTo("Asia/Ho_Chi_Minh");
    }

    private Instance instance(Mortal life) {
        return new Instance(this, database, life);
    }

    private Ticket issue(Instance at, int moves) {
        return at.decisions.open(at.tickets, id, () -> {
            Ticket ticket = Ticket.issue(id, Ids.from("show", id), 0);
            IntStream.rangeClosed(1, moves).forEach(ticket::move);
            return ticket;
        });
    }

    /** A ticket whose fact nobody sends. */
    private void saveQuietly(TicketId ticket, UUID show) {
        Mortal life = Mortal.until(Step.after("save tickets"));
        try (Instance dying = new Instance(
                this,
                store,
                database,
                life,
                sending(record -> CompletableFuture.failedFuture(new IllegalStateException("no broker"))))) {
            dying.decisions.open(dying.tickets, ticket, () -> Ticket.issue(ticket, show, 1));
        } catch (Mortal.Death killed) {
            assertThat(life.isDead()).isTrue();
        }
    }

    private Document raw() {
        return store.getDatabase(database)
                .getCollection("tickets")
                .find(new Document("_id", id.value()))
                .first();
    }

    private long waiting() {
        return store.getDatabase(database)
                .getCollection("tickets")
                .countDocuments(new Document("outbox.0", new Document("$exists", true)));
    }

    private void theLeaseOfTheDeadRunsOut() {
        store.getDatabase(database).getCollection("leases").drop();
    }

    /** Its facts are on the topic: 1 to n, each repeat with the same bytes and later than the first; and none waits. */
    private void assertTravelled(int facts) {
        eventually().untilAsserted(() -> assertThat(raw().getList("outbox", Document.class))
                .isEmpty());
        List<ConsumerRecord<String, byte[]>> messages = read("lab.ticket", id.value());
        Map<Long, ConsumerRecord<String, byte[]>> first = new HashMap<>();
        long highest = 0;
        for (ConsumerRecord<String, byte[]> message : messages) {
            long sequence = sequence(message);
            assertThat(sequence).isLessThanOrEqualTo(highest + 1);
            highest = Math.max(highest, sequence);
            first.putIfAbsent(sequence, message);
        }
        assertThat(first.keySet())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, facts).boxed().toList());
        messages.stream().collect(groupingBy(LabIT::sequence)).values().forEach(same -> assertThat(same)
                .allSatisfy(each -> {
                    assertThat(Arrays.equals(each.value(), same.getFirst().value()))
                            .isTrue();
                    assertThat(each.headers()).isEqualTo(same.getFirst().headers());
                }));
    }

    /** The broker as a relay sees it, with another way of sending. */
    @SuppressWarnings("unchecked")
    private KafkaOperations<String, byte[]> sending(Sending how) {
        return (KafkaOperations<String, byte[]>) Proxy.newProxyInstance(
                KafkaOperations.class.getClassLoader(),
                new Class<?>[] {KafkaOperations.class},
                (proxy, method, given) -> how.send((ProducerRecord<String, byte[]>) given[0]));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private interface Sending {
        CompletableFuture<?> send(ProducerRecord<String, byte[]> record);
    }
}
