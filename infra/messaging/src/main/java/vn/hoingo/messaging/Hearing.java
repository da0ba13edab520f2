package vn.hoingo.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * One consumer at its work: takes the messages of a partition in order, lets its reactions hear each, counts what became of
 * them, and only then says to the broker how far it came. What cannot be reached is waited for; what cannot be handled is set
 * aside with everything behind it, so that one bad message stops one key and nothing else.
 */
final class Hearing implements Runnable {

    static final int TRIES = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final String consumer;
    private final List<Reactions.Reaction> reactions;
    private final Supplier<Consumer<String, byte[]>> connections;
    private final KafkaOperations<String, byte[]> kafka;
    private final BlockedKeys blocked;
    private final Tallies tallies;
    private final Clock clock;

    private final Map<TopicPartition, Long> counted = new HashMap<>();
    private final Map<TopicPartition, Pause> paused = new HashMap<>();
    private volatile boolean stopping;
    private volatile boolean assigned;
    private volatile @Nullable Consumer<String, byte[]> connection;

    Hearing(
            String consumer,
            List<Reactions.Reaction> reactions,
            Supplier<Consumer<String, byte[]>> connections,
            KafkaOperations<String, byte[]> kafka,
            BlockedKeys blocked,
            Tallies tallies,
            Clock clock) {
        this.consumer = consumer;
        this.reactions = reactions;
        this.connections = connections;
        this.kafka = kafka;
        this.blocked = blocked;
        this.tallies = tallies;
        this.clock = clock;
    }

    String consumer() {
        return consumer;
    }

    Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        reactions.forEach(reaction -> topics.add(reaction.topic()));
        return topics;
    }

    /** True once it has its share of the partitions, or knows that it has none. */
    boolean isAssigned() {
        return assigned;
    }

    @Override
    public void run() {
        Duration wait = SHORTEST_WAIT;
        while (!stopping) {
            try (Consumer<String, byte[]> broker = connections.get()) {
                connection = broker;
                broker.subscribe(topics(), new Share());
                while (!stopping) {
                    resume(broker);
                    hearAll(broker, broker.poll(POLL));
                    wait = SHORTEST_WAIT;
                }
            } catch (WakeupException stop) {
                LOG.debug("{} stops", consumer);
            } catch (RuntimeException | Error lost) { // nothing ends a consumer but its service
                LOG.warn("{} lost the broker or the store and begins again: {}", consumer, lost.toString());
                rest(wait);
                wait = longer(wait);
            } finally {
                connection = null;
            }
        }
    }

    /** May be heard again: a context that was paused starts once more. */
    void begin() {
        stopping = false;
        assigned = false;
    }

    void stop() {
        stopping = true;
        Consumer<String, byte[]> broker = connection;
        if (broker != null) {
            broker.wakeup();
        }
    }

    private void hearAll(Consumer<String, byte[]> broker, ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            if (stopping) {
                return; // what was polled and not handled is not committed, and comes again
            }
            hear(broker, partition, records.records(partition));
        }
    }

    private void hear(
            Consumer<String, byte[]> broker, TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        long before = counted.computeIfAbsent(
                partition, any -> tallies.countedUpTo(consumer, partition.topic(), partition.partition()));
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        long last = -1;
        for (ConsumerRecord<String, byte[]> record : records) {
            Outcome outcome = stopping ? Outcome.UNAVAILABLE : hear(Message.of(record), record.offset() > before);
            if (outcome == Outcome.UNAVAILABLE) {
                pause(broker, partition, record.offset());
                break;
            }
            paused.remove(partition);
            last = record.offset();
            if (last > before) {
                outcomes.merge(outcome, 1, Integer::sum);
            }
        }
        if (last < 0) {
            return;
        }
        if (!outcomes.isEmpty()) {
            if (tallies.count(consumer, partition.topic(), partition.partition(), before, last, outcomes)) {
                counted.put(partition, last);
            } else {
                counted.remove(partition); // another one had the partition for a while: ask again how far it counted
            }
        }
        commit(broker, partition, last + 1);
    }

    /** A commit that comes too late costs nothing: whoever has the partition now hears again, and counts once. */
    private void commit(Consumer<String, byte[]> broker, TopicPartition partition, long next) {
        try {
            broker.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
        } catch (RebalanceInProgressException | CommitFailedException moved) {
            LOG.info("{} no longer has {}: {}", consumer, partition, moved.toString());
        }
    }

    /** @param counts whether the tally has this offset still before it */
    private Outcome hear(Message message, boolean counts) {
        if (message.breach() == null && reactions.stream().noneMatch(reaction -> reaction.wants(message))) {
            return Outcome.SKIPPED;
        }
        try {
            Outcome inLine = message.record().key() == null ? null : blocked.park(consumer, message, counts);
            if (inLine != null) {
                return inLine;
            }
        } catch (RuntimeException unreachable) {
            LOG.warn("{} waits for its store: {}", consumer, unreachable.toString());
            return Outcome.UNAVAILABLE;
        }
        Result result = react(message);
        return switch (result.outcome()) {
            case UNREADABLE, FAILED, OVERTAKEN -> setAside(message, result.reason(), counts);
            default -> result.outcome();
        };
    }

    /** Lets every reaction hear, with the tries that its failure deserves; for the first time or on replay. */
    Result react(Message message) {
        String breach = message.breach();
        if (breach != null) {
            return new Result(Outcome.UNREADABLE, breach);
        }
        Outcome worst = Outcome.HANDLED;
        for (Reactions.Reaction reaction : reactions) {
            if (reaction.wants(message)) {
                Result result = react(reaction, message);
                if (result.outcome() == Outcome.REFUSED) {
                    worst = Outcome.REFUSED; // one rule said no; the other reactions still hear
                } else if (result.outcome() != Outcome.HANDLED) {
                    return result;
                }
            }
        }
        return new Result(worst, "");
    }

    private Result react(Reactions.Reaction reaction, Message message) {
        for (int tries = 1; ; tries++) {
            try {
                reaction.hear(message);
                return new Result(Outcome.HANDLED, "");
            } catch (Refusal refusal) {
                LOG.info("{} refuses {}: {}", reaction.name(), message.type(), refusal.reason());
                return new Result(Outcome.REFUSED, refusal.reason().name());
            } catch (RuntimeException | Error thrown) {
                Outcome outcome = Outcome.of(thrown);
                if (outcome == Outcome.UNAVAILABLE) {
                    LOG.warn(
                            "{} waits with {}: {}",
                            reaction.name(),
                            message.type(),
                            thrown.getClass().getSimpleName());
                    return new Result(outcome, "");
                }
                if (outcome == Outcome.UNREADABLE) {
                    return new Result(outcome, String.valueOf(thrown.getMessage()));
                }
                if (tries >= (outcome == Outcome.OVERTAKEN ? TRIES * 4 : TRIES)) {
                    LOG.error("{} cannot handle {} {}", reaction.name(), message.type(), message.id(), thrown);
                    return new Result(
                            Outcome.FAILED, "failed-" + thrown.getClass().getSimpleName());
                }
                rest(Duration.ofMillis(outcome == Outcome.OVERTAKEN ? tries : 20L << tries));
            }
        }
    }

    private Outcome setAside(Message message, String reason, boolean counts) {
        try {
            copyAside(message, reason);
            blocked.block(consumer, message, reason, counts, clock.instant());
            LOG.error(
                    "{} sets aside {} at {}-{}@{}: {}",
                    consumer,
                    message.type(),
                    message.record().topic(),
                    message.record().partition(),
                    message.record().offset(),
                    reason);
            return Outcome.DEAD_LETTERED;
        } catch (ExecutionException | RuntimeException unreachable) {
            LOG.warn("{} cannot set a message aside yet: {}", consumer, unreachable.toString());
            return Outcome.UNAVAILABLE;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Outcome.UNAVAILABLE;
        }
    }

    /** The dead letter itself: a copy, for reading. */
    void copyAside(Message message, String reason) throws ExecutionException, InterruptedException {
        ProducerRecord<String, byte[]> copy = new ProducerRecord<>(
                consumer + ".dead-letters",
                message.record().key(),
                message.record().value());
        message.record().headers().forEach(copy.headers()::add);
        header(copy, "dead_reason", reason);
        header(copy, "dead_topic", message.record().topic());
        header(copy, "dead_partition", Integer.toString(message.record().partition()));
        header(copy, "dead_offset", Long.toString(message.record().offset()));
        kafka.send(copy).get();
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8)));
    }

    private void pause(Consumer<String, byte[]> broker, TopicPartition partition, long offset) {
        Pause before = paused.get(partition);
        Duration wait = before == null ? SHORTEST_WAIT : longer(before.length);
        paused.put(partition, new Pause(System.nanoTime() + wait.toNanos(), wait));
        broker.seek(partition, offset);
        broker.pause(Set.of(partition));
    }

    private void resume(Consumer<String, byte[]> broker) {
        long now = System.nanoTime();
        for (TopicPartition partition : broker.paused()) {
            Pause pause = paused.get(partition);
            if (pause == null || now - pause.until >= 0) {
                broker.resume(Set.of(partition));
            }
        }
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
    }

    private static void rest(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param reason one word that says why, without any value of the message */
    record Result(Outcome outcome, String reason) {}

    private record Pause(long until, Duration length) {}

    /** What this consumer gets of the partitions; the tallies of what it had are somebody else's from now on. */
    private final class Share implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(counted::remove);
            partitions.forEach(paused::remove);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(counted::remove);
            assigned = true;
        }
    }
}
