package vn.hoingo.operations.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import vn.hoingo.operations.envelope.Broker;
import vn.hoingo.operations.envelope.Envelope;

/**
 * Reads every partition of every topic on which facts travel, at each instance and without a group, and shows what it reads to all who
 * watch. It begins at the end of what was there; a topic that appears later is read from its beginning.
 */
@Component("stream")
final class LiveStream implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_FOR_TOPICS = Duration.ofSeconds(2);

    private final Broker broker;
    private final KafkaAdmin admin;
    private final ReentrantLock turn = new ReentrantLock();
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private volatile Position position = Position.START;
    private volatile @Nullable String brokerName;
    private volatile boolean begun;
    private volatile boolean running;
    private volatile @Nullable Consumer<String, byte[]> connection;
    private @Nullable Thread thread;

    LiveStream(Broker broker, KafkaAdmin admin) {
        this.broker = broker;
        this.admin = admin;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("stream").daemon().start(this::read);
    }

    private void read() {
        while (running) {
            try (Consumer<String, byte[]> connected = broker.connect()) {
                connection = connected;
                if (brokerName == null) {
                    brokerName = Objects.requireNonNull(admin.clusterId());
                }
                long looked = System.nanoTime() - LOOK_FOR_TOPICS.toNanos();
                while (running) {
                    if (System.nanoTime() - looked >= LOOK_FOR_TOPICS.toNanos()) {
                        takeUpTopics(connected);
                        looked = System.nanoTime();
                    }
                    if (connected.assignment().isEmpty()) {
                        pause(POLL);
                    } else {
                        connected.poll(POLL).forEach(this::show);
                    }
                }
            } catch (WakeupException stop) {
                LOG.debug("the stream stops");
            } catch (InvalidOffsetException otherPast) {
                beginAgain(otherPast);
            } catch (RuntimeException | Error away) { // nothing ends the stream but its service
                LOG.warn("the stream waits for the broker: {}", away.toString());
                pause(Duration.ofSeconds(1));
            } finally {
                connection = null;
            }
        }
    }

    /** The broker has another past than the one that was read, as after a restore: who watches comes again, and is told so. */
    private void beginAgain(InvalidOffsetException otherPast) {
        LOG.warn("the stream begins again: {}", otherPast.toString());
        turn.lock();
        try {
            begun = false;
            brokerName = null;
            position = Position.START;
            watchers.forEach(Watcher::drop);
            watchers.clear();
        } finally {
            turn.unlock();
        }
    }

    /** Assigns what is there by now, each partition where it was left. */
    private void takeUpTopics(Consumer<String, byte[]> connected) {
        List<TopicPartition> all = new ArrayList<>();
        for (Map.Entry<String, List<PartitionInfo>> topic :
                connected.listTopics().entrySet()) {
            if (Broker.FACTS.matcher(topic.getKey()).matches()) {
                topic.getValue()
                        .forEach(partition -> all.add(new TopicPartition(topic.getKey(), partition.partition())));
            }
        }
        List<TopicPartition> unknown =
                all.stream().filter(partition -> !isKnown(partition)).toList();
        if (!unknown.isEmpty()) {
            Map<TopicPartition, Long> begin =
                    begun ? connected.beginningOffsets(unknown) : connected.endOffsets(unknown);
            turn.lock();
            try {
                begin.forEach((partition, offset) -> position = position.with(partition, offset));
            } finally {
                turn.unlock();
            }
        }
        begun = true;
        if (!Set.copyOf(all).equals(connected.assignment())) {
            connected.assign(all);
            all.forEach(partition -> connected.seek(partition, position.at(partition)));
        }
    }

    private boolean isKnown(TopicPartition partition) {
        long @Nullable [] offsets = position.next().get(partition.topic());
        return offsets != null && partition.partition() < offsets.length;
    }

    private void show(ConsumerRecord<String, byte[]> record) {
        Envelope fact = Envelope.of(record);
        Position after = position.with(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        Watcher.Sight sight = new Watcher.Sight(fact, after);
        turn.lock();
        try {
            watchers.removeIf(watcher -> !watcher.show(sight));
            position = after; // last, so that who reads it knows that all before it has been shown
        } finally {
            turn.unlock();
        }
    }

    /** From now on the watcher is shown everything; answers where that begins. */
    Position join(Watcher watcher) {
        turn.lock();
        try {
            watchers.add(watcher);
            return position;
        } finally {
            turn.unlock();
        }
    }

    void leave(Watcher watcher) {
        watchers.remove(watcher);
    }

    Position position() {
        return position;
    }

    String write(Position somewhere) {
        return somewhere.write(Objects.requireNonNullElse(brokerName, ""));
    }

    /** Reads a position that was written; null when it cannot be one of this broker. */
    @Nullable
    Position read(String text) {
        return Position.read(
                        text,
                        Objects.requireNonNullElse(brokerName, ""),
                        position.next().keySet())
                .orElse(null);
    }

    Collection<Watcher> watchers() {
        return List.copyOf(watchers);
    }

    @Override
    public void stop() {
        running = false;
        watchers.forEach(Watcher::drop);
        watchers.clear();
        Consumer<String, byte[]> connected = connection;
        if (connected != null) {
            connected.wakeup();
        }
        Thread reading = thread;
        if (reading != null) {
            try {
                reading.join(Duration.ofSeconds(3));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    boolean isReady() {
        return begun;
    }

    @Override
    public Health health() {
        return begun
                ? Health.up().withDetail("watchers", watchers.size()).build()
                : Health.outOfService().withDetail("waiting", "broker").build();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
