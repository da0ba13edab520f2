package vn.hoingo.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.mongodb.core.MongoOperations;

/** The local copies of this service: what it needs to know of what others own, fed by their messages alone. */
public final class LocalCopies {

    private final MongoOperations mongo;
    private final Map<Class<?>, LocalCopy<?>> copies = new ConcurrentHashMap<>();

    public LocalCopies(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The local copy of this kind; the type names its collection by {@code @Document} and has an {@code @Id UUID}. */
    @SuppressWarnings("unchecked") // the map is keyed by the type of its values
    public <T> LocalCopy<T> of(Class<T> type) {
        return (LocalCopy<T>) copies.computeIfAbsent(type, same -> new LocalCopy<>(mongo, type));
    }
}
