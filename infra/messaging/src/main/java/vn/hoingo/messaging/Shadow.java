package vn.hoingo.messaging;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The rows of a local copy while it is rebuilt. Nobody else reads or writes them yet, so many messages make one write, which waits
 * for no journal: if it is lost the rebuild has failed anyway, and the switch that ends it is acknowledged by the majority.
 */
final class Shadow {

    private static final int MOST_ROWS = 10_000;

    private final MongoOperations mongo;
    private final String collection;
    private final Map<UUID, Document> rows = new HashMap<>();
    private final Set<UUID> unwritten = new LinkedHashSet<>();
    private boolean knowsAll = true;

    /** @param collection still empty */
    Shadow(MongoOperations mongo, String collection) {
        this.mongo = mongo;
        this.collection = collection;
    }

    @Nullable
    Document find(UUID id) {
        @Nullable Document row = rows.get(id);
        if (row == null && !knowsAll) {
            row = mongo.execute(
                    collection, all -> all.find(Filters.eq("_id", id)).first());
        }
        return row;
    }

    void put(UUID id, Document row) {
        rows.put(id, row);
        unwritten.add(id);
    }

    void write() {
        List<ReplaceOneModel<Document>> changes = new ArrayList<>();
        for (UUID id : unwritten) {
            changes.add(new ReplaceOneModel<>(Filters.eq("_id", id), rows.get(id), new ReplaceOptions().upsert(true)));
        }
        if (!changes.isEmpty()) {
            mongo.execute(collection, all -> all.withWriteConcern(WriteConcern.W1)
                    .bulkWrite(changes, new BulkWriteOptions().ordered(false)));
        }
        unwritten.clear();
        if (rows.size() > MOST_ROWS) {
            rows.clear();
            knowsAll = false;
        }
    }
}
