package vn.hoingo.operations.envelope;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Keeps the tallies of consumers that take everything, among those of the reactions: what they receive, they handle. */
@Component
public class Counting {

    private static final String COLLECTION = "tallies";

    private final MongoOperations mongo;

    Counting(MongoOperations mongo) {
        this.mongo = mongo;
    }

    long countedUpTo(String consumer, TopicPartition partition) {
        @Nullable
        Document tally = mongo.execute(COLLECTION, all -> all.find(Filters.eq("_id", id(consumer, partition)))
                .first());
        return tally == null ? -1 : tally.getLong("offset");
    }

    /**
     * Counts the offsets after {@code from}, up to {@code to}; once, whoever says it again. False when somebody else has counted
     * meanwhile.
     */
    boolean count(String consumer, TopicPartition partition, long from, long to, long messages) {
        String id = id(consumer, partition);
        Bson unmoved = from < 0
                ? Filters.and(Filters.eq("_id", id), Filters.exists("offset", false))
                : Filters.and(Filters.eq("_id", id), Filters.eq("offset", from));
        Bson change = Updates.combine(
                Updates.set("consumer", consumer),
                Updates.set("topic", partition.topic()),
                Updates.set("partition", partition.partition()),
                Updates.set("offset", to),
                Updates.inc("received", messages),
                Updates.inc("handled", messages));
        try {
            UpdateResult counted = mongo.execute(
                    COLLECTION, all -> all.updateOne(unmoved, change, new UpdateOptions().upsert(from < 0)));
            return counted != null && (counted.getMatchedCount() == 1 || counted.getUpsertedId() != null);
        } catch (DuplicateKeyException countedMeanwhile) {
            return false; // another instance had the partition for a moment
        }
    }

    private static String id(String consumer, TopicPartition partition) {
        return consumer + "/" + partition.topic() + "/" + partition.partition();
    }
}
