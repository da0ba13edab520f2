package vn.hoingo.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/** A piece of work that one instance of a service does at a time; time is the store's, so that no clock of ours matters. */
final class Lease {

    private static final String COLLECTION = "leases";

    private final MongoOperations mongo;
    private final String name;
    private final String holder = Ids.fresh().toString();

    Lease(MongoOperations mongo, String name) {
        this.mongo = mongo;
        this.name = name;
    }

    /** Lets another one have it at once. */
    void release() {
        mongo.execute(
                COLLECTION,
                leases -> leases.deleteOne(Filters.and(Filters.eq("_id", name), Filters.eq("holder", holder))));
    }

    /** Takes it, or keeps it, for this long; false while another instance has it. */
    boolean hold(Duration length) {
        Document mine = new Document(
                "$or",
                List.of(
                        new Document("$eq", List.of("$holder", holder)),
                        new Document("$lt", List.of(new Document("$ifNull", List.of("$until", "$$NOW")), "$$NOW")),
                        new Document("$not", List.of("$holder"))));
        Document until = new Document("$add", List.of("$$NOW", length.toMillis()));
        List<Document> take = List.of(
                new Document("$set", new Document("free", mine)),
                new Document(
                        "$set",
                        new Document("holder", new Document("$cond", List.of("$free", holder, "$holder")))
                                .append("until", new Document("$cond", List.of("$free", until, "$until")))),
                new Document("$unset", "free"));
        try {
            Document lease = mongo.execute(
                    COLLECTION,
                    (MongoCollection<Document> leases) -> leases.findOneAndUpdate(
                            Filters.eq("_id", name),
                            take,
                            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
            return lease != null && holder.equals(lease.getString("holder"));
        } catch (DuplicateKeyException takenMeanwhile) {
            return false;
        }
    }
}
