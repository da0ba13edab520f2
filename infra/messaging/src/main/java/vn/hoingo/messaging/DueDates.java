package vn.hoingo.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

/** Calls whoever minds what became due, in the order of the due dates, in one instance of the service at a time. */
final class DueDates {

    private static final Logger LOG = LoggerFactory.getLogger(DueDates.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 100;

    private final MongoOperations mongo;
    private final AggregateKinds kinds;
    private final List<WhenDue<?>> minders;
    private final Clock clock;
    private final Lease lease;

    DueDates(MongoOperations mongo, AggregateKinds kinds, List<WhenDue<?>> minders, Clock clock) {
        this.mongo = mongo;
        this.kinds = kinds;
        this.minders = minders;
        this.clock = clock;
        this.lease = new Lease(mongo, "due-dates");
    }

    void once() {
        if (!minders.isEmpty() && lease.hold(LEASE)) {
            minders.forEach(this::mind);
        }
    }

    private void mind(WhenDue<?> minder) {
        Instant now = clock.instant();
        Bson due = Filters.lte("dueAt", Date.from(now));
        Bson next = due;
        List<Document> page;
        do {
            page = page(kinds.of(minder.aggregate()).collection(), next);
            for (Document each : page) {
                if (!lease.hold(LEASE)) {
                    return; // it took so long that another instance goes on
                }
                mind(minder, each.get("_id", UUID.class), now);
                Date at = each.getDate("dueAt");
                Bson sameTime = Filters.and(Filters.eq("dueAt", at), Filters.gt("_id", each.get("_id")));
                next = Filters.and(due, Filters.or(Filters.gt("dueAt", at), sameTime)); // past the ones that fail
            }
        } while (page.size() == AT_ONCE);
    }

    private List<Document> page(String collection, Bson filter) {
        return Objects.requireNonNull(mongo.execute(collection, (MongoCollection<Document> documents) -> documents
                .find(filter)
                .projection(new Document("dueAt", 1))
                .sort(Sorts.ascending("dueAt", "_id"))
                .limit(AT_ONCE)
                .into(new ArrayList<>())));
    }

    private static void mind(WhenDue<?> minder, UUID id, Instant now) {
        try {
            Acting.system("due-dates").in(() -> {
                minder.becameDue(id, now);
                return id;
            });
        } catch (Refusal | OptimisticLockingFailureException overtaken) {
            LOG.debug("{} was overtaken: {}", id, overtaken.toString());
        } catch (RuntimeException failed) {
            LOG.error("what is due for {} {} failed", minder.aggregate().getSimpleName(), id, failed);
        }
    }
}
