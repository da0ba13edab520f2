package vn.hoingo.messaging;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Finds what a crash left behind: facts that were saved more than two seconds ago and have not travelled. Reads with majority
 * concern: a fact that the store could still take back must not be published, its number would be given to another one.
 */
final class Sweep {

    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 100;

    private final MongoOperations mongo;
    private final AggregateKinds kinds;
    private final Relay relay;
    private final Clock clock;
    private final Lease lease;

    Sweep(MongoOperations mongo, AggregateKinds kinds, Relay relay, Clock clock) {
        this.mongo = mongo;
        this.kinds = kinds;
        this.relay = relay;
        this.clock = clock;
        this.lease = new Lease(mongo, "relay");
    }

    /** Wakes the relay for everything that waits too long; does nothing while another instance sweeps. */
    void once() {
        if (lease.hold(LEASE)) {
            kinds.announcing().forEach(this::sweep);
        }
    }

    private void sweep(AggregateKinds.Kind kind) {
        Date before = Date.from(clock.instant().minus(PATIENCE));
        UUID after = null;
        List<Document> left;
        do {
            Bson waiting = Filters.elemMatch("outbox", Filters.lt("at", before));
            Bson filter = after == null ? waiting : Filters.and(waiting, Filters.gt("_id", after));
            left = mongo.execute(kind.collection(), (MongoCollection<Document> documents) -> documents
                    .withReadConcern(ReadConcern.MAJORITY)
                    .find(filter)
                    .projection(new Document("outbox", 1))
                    .sort(Sorts.ascending("_id"))
                    .limit(AT_ONCE)
                    .into(new ArrayList<>()));
            for (Document document : left == null ? List.<Document>of() : left) {
                after = document.get("_id", UUID.class);
                relay.wake(new Relay.Parcel(kind.collection(), kind.topic(), after, entries(document)));
            }
        } while (left != null && left.size() == AT_ONCE && lease.hold(LEASE));
    }

    /** The age of the oldest fact that has not travelled; zero when there is none. */
    Duration oldest() {
        Instant now = clock.instant();
        Duration oldest = Duration.ZERO;
        for (AggregateKinds.Kind kind : kinds.announcing()) {
            Document first = mongo.execute(kind.collection(), (MongoCollection<Document> documents) -> documents
                    .find(Filters.gt("outbox.at", new Date(0)))
                    .projection(new Document("outbox.at", 1))
                    .sort(Sorts.ascending("outbox.at"))
                    .first());
            if (first != null) {
                Instant at = first.getList("outbox", Document.class)
                        .getFirst()
                        .getDate("at")
                        .toInstant();
                oldest = oldest.compareTo(Duration.between(at, now)) > 0 ? oldest : Duration.between(at, now);
            }
        }
        return oldest;
    }

    private List<Aggregate.Entry> entries(Document document) {
        return document.getList("outbox", Document.class).stream()
                .map(entry -> mongo.getConverter().read(Aggregate.Entry.class, entry))
                .toList();
    }
}
