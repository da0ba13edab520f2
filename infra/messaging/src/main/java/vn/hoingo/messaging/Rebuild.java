package vn.hoingo.messaging;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.RenameCollectionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
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
 * meanwhile. For the moment of the switch nothing feeds the copy. Only one instance of a service may run while it rebuilds.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int CLOSE_ENOUGH = 200;

    private final MongoOperations mongo;
    private final LocalCopies copies;
    private final Reactions reactions;
    private final Supplier<Consumer<String, byte[]>> connections;
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();

    Rebuild(
            MongoOperations mongo,
            LocalCopies copies,
            Reactions reactions,
            Supplier<Consumer<String, byte[]>> connections) {
        this.mongo = mongo;
        this.copies = copies;
        this.reactions = reactions;
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
        Progress before = progress.get(name);
        if (before != null && before.state().equals("rebuilding")) {
            return before;
        }
        progress.put(name, begun);
        Thread.ofVirtual().name("rebuild-" + name).start(() -> rebuild(type, name));
        return begun;
    }

    private void rebuild(Class<?> type, String name) {
        LocalCopy<?> copy = copies.of(type);
        String shadow = name + "_rebuild";
        List<Reactions.Reaction> feeding = reactions.feeding(type);
        Lock switching = copy.switchLock();
        try (Consumer<String, byte[]> broker = connections.get()) {
            mongo.execute(shadow, rows -> {
                rows.drop();
                return rows;
            });
            mongo.execute(name, living -> {
                for (Document index : living.listIndexes()) {
                    mongo.executeCommand(
                            new Document("createIndexes", shadow).append("indexes", List.of(without(index))));
                }
                return living;
            });
            List<TopicPartition> partitions = partitions(broker, feeding);
            broker.assign(partitions);
            broker.seekToBeginning(partitions);
            while (behind(broker, partitions, name) > CLOSE_ENOUGH) {
                hear(broker, feeding, shadow, name);
            }
            switching.lock();
            try {
                while (behind(broker, partitions, name) > 0) {
                    hear(broker, feeding, shadow, name);
                }
                mongo.execute(shadow, rows -> {
                    MongoNamespace living =
                            new MongoNamespace(rows.getNamespace().getDatabaseName(), name);
                    rows.renameCollection(living, new RenameCollectionOptions().dropTarget(true));
                    return rows;
                });
            } finally {
                switching.unlock();
            }
            progress.computeIfPresent(name, (same, last) -> new Progress(name, "rebuilt", last.heard(), 0));
            LOG.info("{} was rebuilt", name);
        } catch (RuntimeException failed) {
            progress.computeIfPresent(name, (same, last) -> new Progress(name, "failed", last.heard(), last.behind()));
            LOG.error("{} was not rebuilt; the living one stays", name, failed);
        }
    }

    private void hear(Consumer<String, byte[]> broker, List<Reactions.Reaction> feeding, String shadow, String name) {
        int heard = 0;
        for (ConsumerRecord<String, byte[]> record : broker.poll(Duration.ofMillis(300))) {
            Message message = Message.of(record);
            for (Reactions.Reaction reaction : feeding) {
                if (record.key() != null && reaction.wants(message)) {
                    hear(reaction, message, shadow);
                }
            }
            heard++;
        }
        int more = heard;
        progress.computeIfPresent(
                name, (same, last) -> new Progress(name, last.state(), last.heard() + more, last.behind()));
    }

    private static void hear(Reactions.Reaction reaction, Message message, String shadow) {
        try {
            ScopedValue.where(LocalCopy.REBUILDING, shadow).run(() -> reaction.hear(message));
        } catch (Refusal | MessageMapper.Unreadable asBefore) {
            LOG.debug("{} does not take {}", reaction.name(), message.id());
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
