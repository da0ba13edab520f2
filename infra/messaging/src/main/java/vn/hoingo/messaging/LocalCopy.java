package vn.hoingo.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * What we need to know of another service, one row per thing. Each row remembers the last sequence heard per source, so that
 * a message that comes again changes nothing; a row that is taken away leaves its memory behind.
 */
public final class LocalCopy<T> {

    /** The copy that is being rebuilt by this thread. */
    static final ScopedValue<String> REBUILDING = ScopedValue.newInstance();

    /** Where its rows are kept together until they are written. */
    static final ScopedValue<Shadow> SHADOW = ScopedValue.newInstance();

    private static final String GONE = "_gone";
    private static final String AS_OF = "_asOf";
    private static final String TURN = "_turn";

    private final MongoOperations mongo;
    private final Class<T> type;
    private final String collection;
    private final ReentrantReadWriteLock switching = new ReentrantReadWriteLock(true);

    LocalCopy(MongoOperations mongo, Class<T> type) {
        this.mongo = mongo;
        this.type = type;
        this.collection = mongo.getCollectionName(type);
    }

    /**
     * Changes the row unless this message, or a later one of its source, was heard for it already.
     *
     * @param change is given null when there is no row, and answers null when there shall be none
     */
    public void apply(UUID id, Heard heard, UnaryOperator<@Nullable T> change) {
        boolean living = !isRebuilding();
        if (living) {
            switching.readLock().lock();
        }
        try {
            while (!applied(rows(), id, heard, change)) {
                Thread.onSpinWait(); // another source changed the same row meanwhile
            }
        } finally {
            if (living) {
                switching.readLock().unlock();
            }
        }
    }

    private boolean applied(String into, UUID id, Heard heard, UnaryOperator<@Nullable T> change) {
        String source = heard.source().toString();
        @Nullable Shadow shadow = isRebuilding() && SHADOW.isBound() ? SHADOW.get() : null;
        @Nullable
        Document row = shadow == null
                ? mongo.execute(into, rows -> rows.find(Filters.eq("_id", id)).first())
                : shadow.find(id);
        Document asOf = row == null ? new Document() : row.get(AS_OF, Document.class);
        Number known = (Number) asOf.get(source);
        if (known != null && known.longValue() >= heard.sequence()) {
            return true;
        }
        T before = row == null || row.containsKey(GONE)
                ? null
                : mongo.getConverter().read(type, row);
        T after = change.apply(before);
        Document changed = new Document();
        if (after == null) {
            changed.append(GONE, true);
        } else {
            mongo.getConverter().write(after, changed);
        }
        long turn = row == null ? 0 : row.getLong(TURN);
        changed.append("_id", id)
                .append(AS_OF, asOf.append(source, heard.sequence()))
                .append(TURN, turn + 1);
        if (shadow != null) {
            shadow.put(id, changed);
            return true;
        }
        try {
            Bson unchanged = Filters.and(Filters.eq("_id", id), Filters.eq(TURN, turn));
            var result = mongo.execute(
                    into, rows -> rows.replaceOne(unchanged, changed, new ReplaceOptions().upsert(row == null)));
            return Objects.requireNonNull(result).getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (DuplicateKeyException writtenMeanwhile) {
            return false;
        }
    }

    public Optional<T> find(UUID id) {
        return find(Query.query(Criteria.where("_id").is(id))).stream().findFirst();
    }

    public List<T> find(Query query) {
        if (isRebuilding() && SHADOW.isBound()) {
            SHADOW.get().write();
        }
        Query present = Query.of(query).addCriteria(Criteria.where(GONE).exists(false));
        return mongo.find(present, type, rows());
    }

    /** A reaction that looks at the copy which it rebuilds sees what it has rebuilt so far. */
    private String rows() {
        return isRebuilding() ? shadow(collection) : collection;
    }

    private boolean isRebuilding() {
        return REBUILDING.isBound() && REBUILDING.get().equals(collection);
    }

    /** Where the copy of this name grows while it is rebuilt. */
    static String shadow(String collection) {
        return collection + "_rebuild";
    }

    String collection() {
        return collection;
    }

    /** No message changes the live rows while this is held; a rebuild switches under it. */
    ReentrantReadWriteLock.WriteLock switchLock() {
        return switching.writeLock();
    }
}
