package vn.hoingo.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Version;
import org.springframework.util.ReflectionUtils;

/**
 * Aggregates of an API test: no store, the same rules of saving. What is handed out is the stored object itself, so a test must
 * not keep one across two commands; whether it really is stored is for the integration tests.
 */
public class InMemoryAggregates<A extends Aggregate<I>, I extends Id> implements Aggregates<A, I> {

    private final Map<I, A> all = new ConcurrentHashMap<>();
    private final List<Record> announced = new ArrayList<>();
    private final Sealing sealing = new Sealing(Clock.systemUTC(), "test");

    @Override
    public Optional<A> findById(I id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized A save(A aggregate) {
        A stored = all.get(aggregate.id());
        if (stored == null ? aggregate.version() != 0 : stored != aggregate) {
            throw aggregate.version() == 0
                    ? new DuplicateKeyException("exists: " + aggregate.id())
                    : new OptimisticLockingFailureException("changed: " + aggregate.id());
        }
        announced.addAll(aggregate.announced());
        sealing.seal(aggregate);
        aggregate.outbox().clear();
        countVersion(aggregate);
        all.put(aggregate.id(), aggregate);
        return aggregate;
    }

    public void clear() {
        all.clear();
        announced.clear();
    }

    public List<A> findAll() {
        return List.copyOf(all.values());
    }

    /** Everything that was announced so far, oldest first. */
    public List<Record> announced() {
        return List.copyOf(announced);
    }

    private static void countVersion(Aggregate<?> aggregate) {
        ReflectionUtils.doWithFields(
                Aggregate.class,
                field -> {
                    field.setAccessible(true);
                    field.setLong(aggregate, aggregate.version() + 1);
                },
                field -> field.isAnnotationPresent(Version.class));
    }
}
