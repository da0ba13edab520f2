package vn.hoingo.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Mends a blocked key: lets its messages be heard again in their order, or gives the first one up. */
final class Repair {

    private static final java.time.Duration LOOK = java.time.Duration.ofSeconds(10);

    private final Map<String, Hearing> hearings;
    private final BlockedKeys blocked;
    private final Tallies tallies;
    private final Supplier<Consumer<String, byte[]>> connections;

    Repair(
            Map<String, Hearing> hearings,
            BlockedKeys blocked,
            Tallies tallies,
            Supplier<Consumer<String, byte[]>> connections) {
        this.hearings = hearings;
        this.blocked = blocked;
        this.tallies = tallies;
        this.connections = connections;
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
        int heard = 0;
        try (Consumer<String, byte[]> broker = connections.get()) {
            Optional<BlockedKeys.Blocked> key = Optional.of(get(id));
            while (key.isPresent() && !key.get().waiting().isEmpty()) {
                BlockedKeys.Reference head = key.get().waiting().getFirst();
                Hearing.Result result = hearing(key.get())
                        .react(Message.of(read(broker, key.get().topic(), head)));
                if (result.outcome() != Outcome.HANDLED && result.outcome() != Outcome.REFUSED) {
                    String reason = result.outcome() == Outcome.UNAVAILABLE ? "unavailable" : result.reason();
                    blocked.stillStuck(id, head, reason);
                    return new Drained(heard, key.get().waiting().size(), reason);
                }
                if (blocked.pop(id, head)) {
                    heard++;
                    move(key.get(), head, result.outcome());
                }
                key = blocked.find(id);
            }
        }
        return new Drained(heard, 0, null);
    }

    /** Gives the head up: it stays a dead letter for ever; the rest of the line is heard. */
    Drained discard(String id) {
        BlockedKeys.Blocked key = get(id);
        BlockedKeys.Reference head = key.waiting().getFirst();
        if (blocked.pop(id, head)) {
            move(key, head, Outcome.DEAD_LETTERED);
        }
        return blocked.find(id).isPresent() ? replay(id) : new Drained(0, 0, null);
    }

    private void move(BlockedKeys.Blocked key, BlockedKeys.Reference head, Outcome to) {
        if (head.outcome() != to) {
            tallies.move(key.consumer(), key.topic(), head.partition(), head.outcome(), to);
        }
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
                    broker.poll(java.time.Duration.ofMillis(500)).records(partition)) {
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
