package vn.hoingo.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexResolver;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Starts everything that moves, once the topics and indexes are there; they are made by their owner. A broker or a store that
 * is not there yet is waited for: a service starts whatever is missing, and says meanwhile that it is not ready.
 */
final class Foundations implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(Foundations.class);
    private static final int PARTITIONS = 6;
    private static final Duration STOPPING = Duration.ofSeconds(8);
    private static final Map<String, String> FOR_EVER = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1",
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);

    private final KafkaAdmin broker;
    private final MongoOperations mongo;
    private final AggregateKinds kinds;
    private final Map<String, Hearing> hearings;
    private final Runnable sweep;
    private final Runnable dueDates;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
    private volatile boolean laid;
    private ScheduledExecutorService eachSecond = Executors.newScheduledThreadPool(0);

    Foundations(
            KafkaAdmin broker,
            MongoOperations mongo,
            AggregateKinds kinds,
            Map<String, Hearing> hearings,
            Runnable sweep,
            Runnable dueDates) {
        this.broker = broker;
        this.mongo = mongo;
        this.kinds = kinds;
        this.hearings = hearings;
        this.sweep = sweep;
        this.dueDates = dueDates;
    }

    @Override
    public void start() {
        running = true;
        hearings.values().forEach(Hearing::begin);
        eachSecond = Executors.newScheduledThreadPool(
                2, Thread.ofVirtual().name("sweep-", 0).factory());
        thread("foundations", this::begin);
    }

    private void begin() {
        while (running && !laid) {
            try {
                indexes();
                topics();
                laid = true;
            } catch (RuntimeException missing) {
                LOG.warn("waiting for the store and the broker: {}", missing.toString());
                pause();
            }
        }
        if (running) {
            hearings.values().forEach(hearing -> thread(hearing.consumer(), hearing));
            eachSecond.scheduleWithFixedDelay(quietly("sweep", sweep), 1, 1, TimeUnit.SECONDS);
            eachSecond.scheduleWithFixedDelay(quietly("due dates", dueDates), 1, 1, TimeUnit.SECONDS);
        }
    }

    private void topics() {
        List<NewTopic> topics = new ArrayList<>();
        kinds.announcing().stream()
                .map(AggregateKinds.Kind::topic)
                .distinct()
                .forEach(topic -> topics.add(topic(topic)));
        hearings.keySet().forEach(consumer -> topics.add(topic(consumer + ".dead-letters")));
        broker.createOrModifyTopics(topics.toArray(NewTopic[]::new));
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(FOR_EVER);
    }

    private void indexes() {
        for (AggregateKinds.Kind kind : kinds.all()) {
            mongo.indexOps(kind.collection())
                    .createIndex(new Index("outbox.at", Sort.Direction.ASC).named("pending_facts"));
            mongo.indexOps(kind.collection())
                    .createIndex(
                            new Index("dueAt", Sort.Direction.ASC).named("due").sparse());
        }
        for (MongoPersistentEntity<?> entity : List.copyOf((java.util.Collection<? extends MongoPersistentEntity<?>>)
                mongo.getConverter().getMappingContext().getPersistentEntities())) {
            if (entity.isAnnotationPresent(org.springframework.data.mongodb.core.mapping.Document.class)) {
                IndexResolver.create(mongo.getConverter().getMappingContext())
                        .resolveIndexFor(entity.getTypeInformation())
                        .forEach(index -> mongo.indexOps(entity.getCollection()).createIndex(index));
            }
        }
    }

    private static Runnable quietly(String what, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error unreachable) { // what escaped would end it for ever
                LOG.warn("{}: {}", what, unreachable.toString());
            }
        };
    }

    private void thread(String name, Runnable work) {
        synchronized (threads) {
            threads.add(Thread.ofPlatform().name(name).daemon().start(work));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets what is being handled come to its end; everything else comes again after the next start. */
    @Override
    public void stop() {
        running = false;
        hearings.values().forEach(Hearing::stop);
        eachSecond.shutdownNow();
        long until = System.nanoTime() + STOPPING.toNanos();
        List<Thread> all;
        synchronized (threads) {
            all = List.copyOf(threads);
            threads.clear();
        }
        for (Thread thread : all) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Health health() {
        List<String> waiting = hearings.values().stream()
                .filter(hearing -> !hearing.isAssigned())
                .map(Hearing::consumer)
                .toList();
        return laid && waiting.isEmpty()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("waiting", laid ? waiting : "store and broker")
                        .build();
    }
}
