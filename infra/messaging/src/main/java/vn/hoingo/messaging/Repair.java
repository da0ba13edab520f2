package vn.hoingo.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Mends a blocked key: lets its messages be heard again in their order, or gives the first one up. */
final class Repair {

    static final String LEASE_NAME = "repair";
    static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Map<String, Hearing> hearings;
    private final BlockedKeys blocked;
    private final Tallies tallies;
    private final Supplier<Consumer<String, byte[]>> connections;
    private final Supplier<Lease> leases;

    Repair(
            Map<String, Hearing> hearings,
            BlockedKeys blocked,
            Tallies tallies,
            Supplier<Consumer<String, byte[]>> connections,
            Supplier<Lease> leases) {
        this.hearings = hearings;
        this.blocked = blocked;
        this.tallies = tallies;
        this.connections = connections;
        this.leases = leases;
    }

    List<BlockedKeys.Blocked> blocked() {
        return blocked.all();
    }

    /** The message itself, as it lies on its topic. */
    ConsumerRecord<String, byte[]> message(String id) {
        BlockedKeys.Blocked key = get(id);
        try (Consumer<String, byte[]> broker = connections.get()) {
            return read(broker, key.topic(), key.waiting().getFirst());
        }
    }

    /** Hears all that waits at the key, in order, until the line is empty or its head is stuck again. */
    Drained replay(String id) {
        return alone(id, lease -> drain(id, lease));
    }

    /** Gives the head up: it stays a dead letter for ever; the rest of the line is heard. */
    Drained discard(String id) {
        return alone(id, lease -> {
            BlockedKeys.Blocked key = get(id);
            BlockedKeys.Reference head = key.waiting().getFirst();
            if (!isCounted(key, head)) {
                return new Drained(0, key.waiting().size(), "not-counted-yet");
            }
            leave(key, head, Outcome.DEAD_LETTERED);
            return blocked.find(id).isPresent() ? drain(id, lease) : new Drained(0, 0, null);
        });
    }

    /** One repair at a time in the whole service: two that drain the same line would count it twice. */
    private Drained alone(String id, Function<Lease, Drained> work) {
        BlockedKeys.Blocked key = get(id);
        Lease lease = leases.get();
        if (!lease.hold(LEASE)) {
            return new Drained(0, key.waiting().size(), "another-repair-is-under-way");
        }
        try {
            return work.apply(lease);
        } finally {
            lease.release();
        }
    }

    private Drained drain(String id, Lease lease) {
        int heard = 0;
        try (Consumer<String, byte[]> broker = connections.get()) {
            for (Optional<BlockedKeys.Blocked> next = blocked.find(id); next.isPresent(); next = blocked.find(id)) {
                BlockedKeys.Blocked key = next.get();
                BlockedKeys.Reference head = key.waiting().getFirst();
                if (!isCounted(key, head) || !lease.hold(LEASE)) {
                    return new Drained(heard, key.waiting().size(), "not-counted-yet");
                }
                Message message = Message.of(read(broker, key.topic(), head));
                Hearing.Result result = hearing(key).react(message);
                switch (result.outcome()) {
                    case HANDLED, REFUSED -> leave(key, head, result.outcome());
                    case UNAVAILABLE -> {
                        return new Drained(heard, key.waiting().size(), "unavailable");
                    }
                    default -> {
                        stay(key, head, message, result.reason());
                        return new Drained(heard, key.waiting().size(), result.reason());
                    }
                }
                heard++;
            }
        }
        return new Drained(heard, 0, null);
    }

    /** The head leaves the line; cut off in between, the next repair hears it again and counts it once. */
    private void leave(BlockedKeys.Blocked key, BlockedKeys.Reference head, Outcome as) {
        tallies.move(key.consumer(), key.topic(), head, as);
        blocked.pop(key.id(), head);
        tallies.moved(key.consumer(), key.topic(), head, as);
    }

    /** The head stays; one that only waited so far is a dead letter from now on. */
    private void stay(BlockedKeys.Blocked key, BlockedKeys.Reference head, Message message, String reason) {
        if (head.outcome() == Outcome.PARKED) {
            try {
                hearing(key).copyAside(message, reason);
            } catch (ExecutionException unreachable) {
                throw new KafkaException(unreachable);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new KafkaException(stop);
            }
        }
        tallies.move(key.consumer(), key.topic(), head, Outcome.DEAD_LETTERED);
        blocked.stillStuck(key.id(), head, reason);
        tallies.moved(key.consumer(), key.topic(), head, Outcome.DEAD_LETTERED);
    }

    /** A message is set aside a moment before the tally knows it; what it does not know, cannot be moved in it. */
    private boolean isCounted(BlockedKeys.Blocked key, BlockedKeys.Reference head) {
        long until = System.nanoTime() + LOOK.toNanos();
        while (tallies.countedUpTo(key.consumer(), key.topic(), head.partition()) < head.offset()) {
            if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return true;
    }

    private BlockedKeys.Blocked get(String id) {
        return blocked.find(id).orElseThrow(() -> new Absent("BlockedKey", id));
    }

    private Hearing hearing(BlockedKeys.Blocked key) {
        Hearing hearing = hearings.get(key.consumer());
        if (hearing == null) {
            throw new Absent("Consumer", key.consumer());
        }
        return hearing;
    }

    private static ConsumerRecord<String, byte[]> read(
            Consumer<String, byte[]> broker, String topic, BlockedKeys.Reference reference) {
        TopicPartition partition = new TopicPartition(topic, reference.partition());
        broker.assign(List.of(partition));
        broker.seek(partition, reference.offset());
        long until = System.nanoTime() + LOOK.toNanos();
        while (System.nanoTime() < until) {
            for (ConsumerRecord<String, byte[]> record :
                    broker.poll(Duration.ofMillis(500)).records(partition)) {
                if (record.offset() == reference.offset()) {
                    return record;
                }
            }
        }
        throw new org.apache.kafka.common.errors.TimeoutException("no answer from " + partition);
    }

    /**
     * What a repair came to.
     *
     * @param heard how many messages were heard
     * @param waiting how many still wait, the stuck one included
     * @param reason why the first of them is stuck; null when none waits
     */
    record Drained(int heard, int waiting, @Nullable String reason) {}
}
