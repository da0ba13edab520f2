package vn.hoingo.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * How many messages came to each consumer and what became of them, per partition: received = handled + skipped + refused +
 * parked + dead-lettered. A tally moves after the effects of a batch and before its commit, and counts each offset once.
 */
final class Tallies {

    private static final String COLLECTION = "tallies";
    private static final String MOVING = "moving";

    private final MongoOperations mongo;

    Tallies(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The last offset that was counted, -1 when none was. */
    long countedUpTo(String consumer, String topic, int partition) {
        @Nullable
        Document tally = mongo.execute(COLLECTION, all -> all.find(Filters.eq("_id", id(consumer, topic, partition)))
                .first());
        return tally == null ? -1 : tally.getLong("offset");
    }

    /**
     * Counts what became of the offsets after {@code from}, up to {@code to}; once, whoever says it again. False when another
     * instance has counted further.
     */
    boolean count(String consumer, String topic, int partition, long from, long to, Map<Outcome, Integer> outcomes) {
        List<Bson> changes = new ArrayList<>();
        changes.add(Updates.set("offset", to));
        changes.add(Updates.set("consumer", consumer));
        changes.add(Updates.set("topic", topic));
        changes.add(Updates.set("partition", partition));
        int received = 0;
        for (Map.Entry<Outcome, Integer> outcome : new EnumMap<>(outcomes).entrySet()) {
            received += outcome.getValue();
            changes.add(Updates.inc(outcome.getKey().count(), outcome.getValue().longValue()));
        }
        changes.add(Updates.inc("received", (long) received));
        Bson unmoved = from < 0
                ? Filters.and(Filters.eq("_id", id(consumer, topic, partition)), Filters.exists("offset", false))
                : Filters.and(Filters.eq("_id", id(consumer, topic, partition)), Filters.eq("offset", from));
        try {
            UpdateResult moved = Objects.requireNonNull(mongo.execute(
                    COLLECTION,
                    all -> all.updateOne(unmoved, Updates.combine(changes), new UpdateOptions().upsert(from < 0))));
            return moved.getMatchedCount() == 1 || moved.getUpsertedId() != null;
        } catch (DuplicateKeyException countedMeanwhile) {
            return false;
        }
    }

    /**
     * One message becomes something else: what was parked was handled, or what was dead was replayed. Said again before {@link
     * #moved}, it counts once.
     */
    void move(String consumer, String topic, BlockedKeys.Reference message, Outcome to) {
        if (message.counts() && message.outcome() != to) {
            Bson notYet = Filters.and(
                    Filters.eq("_id", id(consumer, topic, message.partition())),
                    Filters.ne(MOVING, moving(message, to)));
            mongo.execute(
                    COLLECTION,
                    all -> all.updateOne(
                            notYet,
                            Updates.combine(
                                    Updates.inc(message.outcome().count(), -1L),
                                    Updates.inc(to.count(), 1L),
                                    Updates.push(MOVING, moving(message, to)))));
        }
    }

    /** The line knows it too now. */
    void moved(String consumer, String topic, BlockedKeys.Reference message, Outcome to) {
        mongo.execute(
                COLLECTION,
                all -> all.updateOne(
                        Filters.eq("_id", id(consumer, topic, message.partition())),
                        Updates.pull(MOVING, moving(message, to))));
    }

    private static String moving(BlockedKeys.Reference message, Outcome to) {
        return message.offset() + " " + to.count();
    }

    List<Tally> all() {
        List<Document> documents = mongo.findAll(Document.class, COLLECTION);
        return documents.stream().map(Tally::of).toList();
    }

    private static String id(String consumer, String topic, int partition) {
        return consumer + "/" + topic + "/" + partition;
    }

    /** One consumer at one partition, since the first message. */
    record Tally(
            String consumer,
            String topic,
            int partition,
            long offset,
            long received,
            long handled,
            long skipped,
            long refused,
            long parked,
            long deadLettered) {

        static Tally of(Document document) {
            return new Tally(
                    document.getString("consumer"),
                    document.getString("topic"),
                    document.getInteger("partition"),
                    document.getLong("offset"),
                    number(document, "received"),
                    number(document, Outcome.HANDLED.count()),
                    number(document, Outcome.SKIPPED.count()),
                    number(document, Outcome.REFUSED.count()),
                    number(document, Outcome.PARKED.count()),
                    number(document, Outcome.DEAD_LETTERED.count()));
        }

        private static long number(Document document, String name) {
            return document.get(name) instanceof Number number ? number.longValue() : 0;
        }
    }
}
