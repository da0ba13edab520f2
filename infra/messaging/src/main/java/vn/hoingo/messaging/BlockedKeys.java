package vn.hoingo.messaging;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The keys at which a consumer got stuck: the message that could not be handled, and behind it, in their order, all later ones of
 * the same key. References only; the messages stay on their topic, which keeps them for ever.
 */
final class BlockedKeys {

    private static final String COLLECTION = "blocked_keys";
    private static final String BEHIND = "behind";

    private final MongoOperations mongo;

    BlockedKeys(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * Where the message stands in the line of its key, in which it waits once, however often it comes; null when its key is not
     * blocked. Only this consumer blocks it, so one that is not blocked when it is looked at stays so while its message is heard.
     *
     * @param counts whether the tally has it still before it; false when it was rewound to
     */
    @Nullable
    Outcome park(String consumer, Message message, boolean counts) {
        long offset = message.record().offset();
        Document isNew = new Document("$lt", List.of("$last", offset));
        Document behind = new Document("$literal", reference(message, BEHIND, counts));
        Document longer = new Document("$concatArrays", List.of("$waiting", List.of(behind)));
        List<Document> append = List.of(new Document(
                "$set",
                new Document("waiting", new Document("$cond", List.of(isNew, longer, "$waiting")))
                        .append("last", new Document("$max", List.of("$last", offset)))));
        Document mine = new Document("$elemMatch", new Document("offset", offset));
        Bson line = Filters.eq("_id", id(consumer, message));
        @Nullable
        Document key = mongo.execute(
                COLLECTION,
                (MongoCollection<Document> all) ->
                        all.find(line).projection(Projections.include("_id")).first() == null
                                ? null // no write: even one that finds nothing would wait for the journal
                                : all.findOneAndUpdate(
                                        line,
                                        append,
                                        new FindOneAndUpdateOptions()
                                                .returnDocument(ReturnDocument.AFTER)
                                                .projection(new Document("waiting", mine))));
        if (key == null) {
            return null;
        }
        List<Document> place = key.getList("waiting", Document.class, List.of());
        return place.isEmpty() || BEHIND.equals(place.getFirst().getString("reason"))
                ? Outcome.PARKED
                : Outcome.DEAD_LETTERED;
    }

    /** Blocks the key at this message. A null key blocks nothing but itself. */
    void block(String consumer, Message message, String reason, boolean counts, Instant now) {
        Document head = reference(message, reason, counts);
        mongo.execute(
                COLLECTION,
                all -> all.updateOne(
                        Filters.eq("_id", id(consumer, message)),
                        Updates.combine(
                                Updates.setOnInsert("consumer", consumer),
                                Updates.setOnInsert("topic", message.record().topic()),
                                Updates.setOnInsert("key", message.record().key()),
                                Updates.setOnInsert("since", Date.from(now)),
                                Updates.setOnInsert("waiting", List.of(head)),
                                Updates.setOnInsert("last", message.record().offset())),
                        new UpdateOptions().upsert(true)));
    }

    List<Blocked> all() {
        List<Document> documents = mongo.findAll(Document.class, COLLECTION);
        return documents.stream().map(Blocked::of).toList();
    }

    Optional<Blocked> find(String id) {
        @Nullable
        Document found =
                mongo.execute(COLLECTION, all -> all.find(Filters.eq("_id", id)).first());
        return Optional.ofNullable(found).map(Blocked::of);
    }

    /** Takes the head out of the line if it is still this one; the last one to go takes the line with it. */
    boolean pop(String id, Reference head) {
        Bson isHead = Filters.and(
                Filters.eq("_id", id),
                Filters.eq("waiting.0.offset", head.offset()),
                Filters.eq("waiting.0.partition", head.partition()));
        Bson alone = Filters.and(isHead, Filters.size("waiting", 1));
        Bson followed = Filters.and(isHead, Filters.exists("waiting.1"));
        return Objects.requireNonNull(mongo.execute(
                COLLECTION,
                all -> all.deleteOne(alone).getDeletedCount() == 1
                        || all.updateOne(followed, Updates.popFirst("waiting")).getModifiedCount() == 1));
    }

    /** The head failed again, for this reason. */
    void stillStuck(String id, Reference head, String reason) {
        mongo.execute(
                COLLECTION,
                all -> all.updateOne(
                        Filters.and(Filters.eq("_id", id), Filters.eq("waiting.0.offset", head.offset())),
                        Updates.set("waiting.0.reason", reason)));
    }

    private static Document reference(Message message, String reason, boolean counts) {
        return new Document("partition", message.record().partition())
                .append("offset", message.record().offset())
                .append("type", message.type())
                .append("reason", reason)
                .append("counts", counts);
    }

    static String id(String consumer, Message message) {
        String key = message.record().key();
        return consumer + "/" + message.record().topic() + "/"
                + (key == null
                        ? message.record().partition() + "@" + message.record().offset()
                        : key);
    }

    /** @param waiting the stuck message first, then those behind it */
    record Blocked(
            String id,
            String consumer,
            String topic,
            @Nullable String key,
            Instant since,
            List<Reference> waiting) {

        static Blocked of(Document document) {
            List<Reference> waiting = new ArrayList<>();
            for (Document each : document.getList("waiting", Document.class)) {
                waiting.add(new Reference(
                        each.getInteger("partition"),
                        each.getLong("offset"),
                        each.getString("type"),
                        each.getString("reason"),
                        each.getBoolean("counts", true)));
            }
            return new Blocked(
                    document.getString("_id"),
                    document.getString("consumer"),
                    document.getString("topic"),
                    document.getString("key"),
                    document.getDate("since").toInstant(),
                    waiting);
        }
    }

    /**
     * @param reason why it is stuck, in one word, or {@code behind} for one that only waits
     * @param counts whether the tally counts it as stuck or waiting; what was rewound to was counted before
     */
    record Reference(
            int partition,
            long offset,
            String type,
            String reason,
            @JsonIgnore boolean counts) {

        Outcome outcome() {
            return reason.equals(BEHIND) ? Outcome.PARKED : Outcome.DEAD_LETTERED;
        }
    }
}
