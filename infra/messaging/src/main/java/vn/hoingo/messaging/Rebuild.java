package vn.hoingo.messaging;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.RenameCollectionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Makes a local copy anew from the first message on, beside the living one, and then puts it in its place; the service goes on
 * meanwhile. For the moment of the switch this instance does not feed the copy; what others fed it in that moment is heard once
 * more. What waits at a blocked key is left to wait: whoever repairs the key lets the new copy hear it, in order.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int CLOSE_ENOUGH = 200;

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int TRIES = 5;

    private final MongoOperations mongo;
    private final LocalCopies copies;
    private final Reactions reactions;
    private final BlockedKeys blocked;
    private final Tallies tallies;
    private final Supplier<Consumer<String, byte[]>> connections;
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();

    Rebuild(
            MongoOperations mongo,
            LocalCopies copies,
            Reactions reactions,
            BlockedKeys blocked,
            Tallies tallies,
            Supplier<Consumer<String, byte[]>> connections) {
        this.mongo = mongo;
        this.copies = copies;
        this.reactions = reactions;
        this.blocked = blocked;
        this.tallies = tallies;
        this.connections = connections;
    }

    /** The names of all local copies that messages feed, and how far a rebuild of each has come. */
    List<Progress> all() {
        return reactions.byConsumer().values().stream()
                .flatMap(List::stream)
                .map(Reactions.Reaction::feeds)
                .filter(type -> type != void.class)
                .distinct()
                .map(type -> copies.of(type).collection())
                .map(name -> progress.getOrDefault(name, new Progress(name, "living", 0, 0)))
                .toList();
    }

    /** Begins to rebuild the local copy with this name, unless that is under way. */
    Progress begin(String name) {
        Class<?> type = reactions.byConsumer().values().stream()
                .flatMap(List::stream)
                .map(Reactions.Reaction::feeds)
                .filter(fed -> fed != void.class && copies.of(fed).collection().equals(name))
                .findFirst()
                .orElseThrow(() -> new Absent("LocalCopy", name));
        Progress begun = new Progress(name, "rebuilding", 0, 0);
        Progress now = Objects.requireNonNull(progress.compute(
                name, (same, before) -> before == null || !before.state().equals("rebuilding") ? begun : before));
        if (now == begun) {
            Thread.ofVirtual().name("rebuild-" + name).start(() -> rebuild(type, name));
        }
        return now;
    }

    private void rebuild(Class<?> type, String name) {
        Lease mine = new Lease(mongo, "rebuild " + name);
        Lease repair = new Lease(mongo, Repair.LEASE_NAME);
        try {
            int tries = 0;
            do {
                if (tries++ == TRIES || !mine.hold(LEASE)) {
                    throw new IllegalStateException("another instance rebuilds it, or its keys do not stand still");
                }
            } while (!rebuilt(type, name, mine, repair));
            progress.computeIfPresent(name, (same, last) -> new Progress(name, "rebuilt", last.heard(), 0));
            LOG.info("{} was rebuilt", name);
        } catch (RuntimeException | Error failed) {
            progress.computeIfPresent(name, (same, last) -> new Progress(name, "failed", last.heard(), last.behind()));
            LOG.error("{} was not rebuilt; the living one stays", name, failed);
        } finally {
            mine.release();
            repair.release();
        }
    }

    /** False when a key was blocked or freed meanwhile, so that the two copies have not heard the same. */
    private boolean rebuilt(Class<?> type, String name, Lease mine, Lease repair) {
        LocalCopy<?> copy = copies.of(type);
        Shadow shadow = new Shadow(mongo, LocalCopy.shadow(name));
        Turn turn = new Turn(name, reactions.feeding(type), new HashMap<>(), shadow);
        Lock switching = copy.switchLock();
        Map<String, Long> heads = heads(turn.feeding());
        turn.aside().putAll(heads);
        prepare(name, LocalCopy.shadow(name));
        try (Consumer<String, byte[]> broker = connections.get()) {
            List<TopicPartition> partitions = partitions(broker, turn.feeding());
            broker.assign(partitions);
            broker.seekToBeginning(partitions);
            while (behind(broker, partitions, name) > CLOSE_ENOUGH) {
                hear(broker, turn, true);
                mine.hold(LEASE);
            }
            while (!repair.hold(LEASE)) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos()); // a key is being drained
            }
            switching.lock();
            try {
                while (behind(broker, partitions, name) > 0) {
                    hear(broker, turn, true);
                }
                if (!heads.equals(heads(turn.feeding()))) {
                    return false;
                }
                mongo.execute(LocalCopy.shadow(name), rows -> {
                    MongoNamespace living =
                            new MongoNamespace(rows.getNamespace().getDatabaseName(), name);
                    rows.renameCollection(living, new RenameCollectionOptions().dropTarget(true));
                    return rows;
                });
                while (behind(broker, partitions, name) > 0) {
                    hear(broker, turn, false);
                }
                return true;
            } finally {
                switching.unlock();
                repair.release();
            }
        }
    }

    /** An empty shadow with the indexes of the living one. */
    private void prepare(String name, String shadow) {
        mongo.dropCollection(shadow);
        mongo.createCollection(shadow);
        mongo.execute(name, living -> {
            for (Document index : living.listIndexes()) {
                mongo.executeCommand(new Document("createIndexes", shadow).append("indexes", List.of(without(index))));
            }
            return living;
        });
    }

    /** From which offset on the living copy has not heard a key. */
    private Map<String, Long> heads(List<Reactions.Reaction> feeding) {
        Map<String, Long> heads = new HashMap<>();
        for (BlockedKeys.Blocked key : blocked.all()) {
            if (feeding.stream().anyMatch(reaction -> reaction.consumer().equals(key.consumer()))) {
                heads.put(key.id(), key.waiting().getFirst().offset());
            }
        }
        return heads;
    }

    private void hear(Consumer<String, byte[]> broker, Turn turn, boolean shadow) {
        int heard = 0;
        for (ConsumerRecord<String, byte[]> record : broker.poll(Duration.ofMillis(300))) {
            Message message = Message.of(record);
            for (Reactions.Reaction reaction : turn.feeding()) {
                if (message.breach() == null && reaction.wants(message)) {
                    hear(reaction, message, turn, shadow);
                }
            }
            heard++;
        }
        turn.rows().write();
        int more = heard;
        progress.computeIfPresent(
                turn.name(),
                (same, last) -> new Progress(last.copy(), last.state(), last.heard() + more, last.behind()));
    }

    private void hear(Reactions.Reaction reaction, Message message, Turn turn, boolean shadow) {
        String key = BlockedKeys.id(reaction.consumer(), message);
        ConsumerRecord<String, byte[]> record = message.record();
        if (record.offset() >= turn.aside().getOrDefault(key, Long.MAX_VALUE)) {
            return;
        }
        try {
            if (shadow) {
                ScopedValue.where(LocalCopy.REBUILDING, turn.name())
                        .where(LocalCopy.SHADOW, turn.rows())
                        .run(() -> reaction.hear(message));
            } else {
                reaction.hear(message);
            }
        } catch (Refusal refused) {
            LOG.debug("{} refuses {} as before", reaction.name(), message.id());
        } catch (RuntimeException broken) {
            if (Outcome.of(broken) == Outcome.UNAVAILABLE) {
                throw broken;
            }
            LOG.warn("{} cannot hear {}: {}", reaction.name(), message.id(), broken.toString());
            if (record.offset() > tallies.countedUpTo(reaction.consumer(), record.topic(), record.partition())) {
                turn.aside().put(key, record.offset()); // the living one has yet to hear it, and what comes after it
            }
        }
    }

    private long behind(Consumer<String, byte[]> broker, List<TopicPartition> partitions, String name) {
        long behind = 0;
        for (Map.Entry<TopicPartition, Long> end : broker.endOffsets(partitions).entrySet()) {
            behind += end.getValue() - broker.position(end.getKey());
        }
        long now = behind;
        progress.computeIfPresent(name, (same, last) -> new Progress(name, last.state(), last.heard(), now));
        return behind;
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> broker, List<Reactions.Reaction> feeding) {
        List<TopicPartition> partitions = new ArrayList<>();
        feeding.stream().map(Reactions.Reaction::topic).distinct().forEach(topic -> {
            for (PartitionInfo partition : broker.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
        });
        return partitions;
    }

    private static Document without(Document index) {
        Document copy = new Document(index);
        copy.remove("v");
        copy.remove("ns");
        return copy;
    }

    /** @param aside the keys that are not heard from an offset on */
    private record Turn(String name, List<Reactions.Reaction> feeding, Map<String, Long> aside, Shadow rows) {}

    /**
     * How far a rebuild has come.
     *
     * @param state living, rebuilding, rebuilt or failed
     * @param heard messages taken so far
     * @param behind messages still to take
     */
    record Progress(String copy, String state, long heard, long behind) {}

    /** For tests: the progress of one copy. */
    @Nullable
    Progress of(String name) {
        return progress.get(name);
    }
}
