package vn.hoingo.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.bson.Document;
import org.springframework.context.ConfigurableApplicationContext;
import vn.hoingo.benchmarks.board.Shown;
import vn.hoingo.benchmarks.cinema.Ticket;
import vn.hoingo.benchmarks.cinema.TicketId;
import vn.hoingo.benchmarks.cinema.Tickets;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Ids;

/**
 * From a command to its effect in another service's store: through the library, and with nothing but a write, a send, a poll and
 * a write. Both acknowledge by the majority's journal and by all replicas; both see the effect when the last write is acknowledged.
 */
final class ReactionFigure implements Figure {

    private static final String RAW_TOPIC = "raw.ticket";
    private static final Duration PACE = Duration.ofMillis(20);
    private static final int COMMANDS = 200;
    private static final int CLIENTS = 32;
    private static final int COMMANDS_AT_ONCE = 1_000;

    @Override
    public void measure(Effort effort, Lines lines) throws Exception {
        try (Stage stage = new Stage()) {
            stage.topic(RAW_TOPIC);
            Shown shown = new Shown();
            Way ours = ours(stage, shown);
            try (Raw raw = new Raw(stage)) {
                Race paced = new Race()
                        .side("ours", latencies(ours, effort.of(COMMANDS)))
                        .side("limit", latencies(raw, effort.of(COMMANDS)))
                        .run(effort.rounds());
                lines.of("reaction p50", "ms")
                        .of(paced, "p50", Reach.atMost(1.5))
                        .print();
                lines.of("reaction p99", "ms")
                        .of(paced, "p99", Reach.atMost(2.5))
                        .print();
                Race saturated = new Race()
                        .side("ours", throughput(ours, effort.of(COMMANDS_AT_ONCE)))
                        .side("limit", throughput(raw, effort.of(COMMANDS_AT_ONCE)))
                        .run(effort.rounds());
                lines.of("reactions at saturation", "effects/s")
                        .of(saturated, "throughput", null)
                        .with("clients", CLIENTS)
                        .print();
            }
        }
    }

    /** One command; answers when its effect can be seen. */
    private interface Way {
        CompletableFuture<Long> go(UUID id, UUID show, int seat) throws Exception;
    }

    private static Way ours(Stage stage, Shown shown) {
        stage.board(shown);
        ConfigurableApplicationContext cinema = stage.cinema();
        Decisions decisions = cinema.getBean(Decisions.class);
        Tickets tickets = cinema.getBean(Tickets.class);
        return (id, show, seat) -> {
            CompletableFuture<Long> effect = shown.expect(id);
            TicketId ticket = new TicketId(id);
            decisions.open(tickets, ticket, () -> Ticket.issue(ticket, show, seat));
            return effect;
        };
    }

    private static Callable<Map<String, Double>> latencies(Way way, int commands) {
        return () -> {
            UUID show = UUID.randomUUID();
            List<Double> taken = new ArrayList<>();
            for (int seat = 0; seat < commands; seat++) {
                UUID id = Ids.fresh();
                long begun = System.nanoTime();
                long seen = way.go(id, show, seat).get(1, TimeUnit.MINUTES);
                taken.add((seen - begun) / 1e6);
                LockSupport.parkNanos(PACE.toNanos() - (System.nanoTime() - begun));
            }
            return Map.of("p50", quantile(taken, 0.5), "p99", quantile(taken, 0.99));
        };
    }

    private static double quantile(List<Double> values, double share) {
        return Spread.quantile(values.stream().mapToDouble(Double::doubleValue), share);
    }

    /** Every client goes on when its command is answered; the round is over when the last effect is seen. */
    private static Callable<Map<String, Double>> throughput(Way way, int commands) {
        return () -> {
            UUID show = UUID.randomUUID();
            long begun = System.nanoTime();
            List<Future<List<CompletableFuture<Long>>>> clients = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int client = 0; client < CLIENTS; client++) {
                    int share = commands / CLIENTS + (client < commands % CLIENTS ? 1 : 0);
                    clients.add(threads.submit(() -> {
                        List<CompletableFuture<Long>> effects = new ArrayList<>();
                        for (int seat = 0; seat < share; seat++) {
                            effects.add(way.go(Ids.fresh(), show, seat));
                        }
                        return effects;
                    }));
                }
            }
            for (Future<List<CompletableFuture<Long>>> client : clients) {
                for (CompletableFuture<Long> effect : client.get()) {
                    effect.get(1, TimeUnit.MINUTES);
                }
            }
            return Map.of("throughput", commands / ((System.nanoTime() - begun) / 1e9));
        };
    }

    /** What could not be done with less. */
    private static final class Raw implements Way, AutoCloseable {

        private final MongoCollection<Document> tickets;
        private final MongoCollection<Document> known;
        private final KafkaProducer<String, byte[]> producer;
        private final KafkaConsumer<String, byte[]> consumer;
        private final Shown shown = new Shown();
        private final Thread hearing;

        Raw(Stage stage) {
            MongoClient store = stage.store();
            this.tickets = store.getDatabase("raw").getCollection("tickets");
            this.known = store.getDatabase("raw").getCollection("known_tickets");
            this.producer = stage.producer();
            this.consumer = stage.consumer(RAW_TOPIC, 50);
            this.hearing = Thread.ofPlatform().name("raw-hearing").start(this::hear);
        }

        @Override
        public CompletableFuture<Long> go(UUID id, UUID show, int seat) throws Exception {
            CompletableFuture<Long> effect = shown.expect(id);
            tickets.insertOne(new Document("_id", id).append("show", show).append("seat", seat));
            String fact = "{\"ticketId\":\"" + id + "\",\"showId\":\"" + show + "\",\"seat\":" + seat + "}";
            producer.send(new ProducerRecord<>(RAW_TOPIC, id.toString(), fact.getBytes(StandardCharsets.UTF_8)))
                    .get();
            return effect;
        }

        private void hear() {
            try (consumer) {
                while (true) {
                    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                        UUID id = UUID.fromString(record.key());
                        Document row = Document.parse(new String(record.value(), StandardCharsets.UTF_8))
                                .append("_id", id);
                        known.replaceOne(Filters.eq("_id", id), row, new ReplaceOptions().upsert(true));
                        shown.is(id);
                    }
                }
            } catch (WakeupException over) {
                System.err.println("the raw side has heard all");
            }
        }

        @Override
        public void close() {
            consumer.wakeup();
            try {
                hearing.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
