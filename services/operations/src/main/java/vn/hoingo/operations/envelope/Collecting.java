package vn.hoingo.operations.envelope;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One consumer that takes everything from all topics of a kind: first the effect, then the tally, then the broker is told how far
 * it came. An effect that fails is tried again for ever, since nothing in an envelope can make it fail but a store that is away.
 * The effect must be idempotent: messages come at least once.
 */
public final class Collecting implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final String consumer;
    private final Pattern topics;
    private final Effect effect;
    private final Broker broker;
    private final Counting counting;
    private final Map<TopicPartition, Long> counted = new HashMap<>();
    private volatile boolean running;
    private volatile @Nullable Consumer<String, byte[]> connection;
    private @Nullable Thread thread;

    public Collecting(String consumer, Pattern topics, Effect effect, Broker broker, Counting counting) {
        this.consumer = consumer;
        this.topics = topics;
        this.effect = effect;
        this.broker = broker;
        this.counting = counting;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(consumer).daemon().start(this::collect);
    }

    private void collect() {
        Duration wait = SHORTEST_WAIT;
        while (running) {
            try (Consumer<String, byte[]> connected = broker.connect(consumer)) {
                connection = connected;
                connected.subscribe(topics, new Share());
                while (running) {
                    var records = connected.poll(POLL);
                    for (TopicPartition partition : records.partitions()) {
                        collect(connected, partition, records.records(partition));
                    }
                    wait = SHORTEST_WAIT;
                }
            } catch (WakeupException stop) {
                LOG.debug("{} stops", consumer);
            } catch (RuntimeException | Error away) { // nothing ends a consumer but its service
                LOG.warn("{} waits for the broker or the store: {}", consumer, away.toString());
                rest(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            } finally {
                connection = null;
            }
        }
    }

    private void collect(
            Consumer<String, byte[]> connected,
            TopicPartition partition,
            List<ConsumerRecord<String, byte[]>> records) {
        long before = counted.computeIfAbsent(partition, any -> counting.countedUpTo(consumer, partition));
        effect.on(records);
        long last = records.getLast().offset();
        if (last > before) {
            int more = (int)
                    records.stream().filter(record -> record.offset() > before).count();
            if (counting.count(consumer, partition, before, last, more)) {
                counted.put(partition, last);
            } else {
                counted.remove(partition); // ask again how far it was counted
            }
        }
        connected.commitSync(Map.of(partition, new OffsetAndMetadata(last + 1)));
    }

    @Override
    public void stop() {
        running = false;
        Consumer<String, byte[]> connected = connection;
        if (connected != null) {
            connected.wakeup();
        }
        Thread working = thread;
        if (working != null) {
            try {
                working.join(Duration.ofSeconds(5));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static void rest(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is to be done with the messages of one partition, in their order. */
    @FunctionalInterface
    public interface Effect {
        void on(List<ConsumerRecord<String, byte[]>> records);
    }

    /** The tallies of partitions that come or go are somebody else's for a while. */
    private final class Share implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(counted::remove);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(counted::remove);
        }
    }
}
