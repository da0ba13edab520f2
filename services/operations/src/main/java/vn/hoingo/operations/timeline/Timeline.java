package vn.hoingo.operations.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.operations.envelope.Envelope;
import vn.hoingo.operations.sentence.Words;

/** Every fact that was ever announced, in one collection. */
@Component
public class Timeline {

    static final String NEWEST_FIRST = "-time=order";
    static final String OLDEST_FIRST = "time=order";
    private static final int MOST_TOGETHER = 2_000;

    private final MongoOperations mongo;

    Timeline(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Keeps what is not kept yet. */
    void keep(List<TimelineEntry> facts) {
        BulkOperations all = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, TimelineEntry.class);
        for (TimelineEntry fact : facts) {
            Document row = new Document();
            mongo.getConverter().write(fact, row);
            Object id = row.remove("_id");
            row.remove("_class");
            Update once = new Update();
            row.forEach(once::setOnInsert);
            all.upsert(Query.query(Criteria.where("_id").is(id)), once);
        }
        all.execute();
    }

    Optional<TimelineEntry> find(String id) {
        return Optional.ofNullable(mongo.findById(id, TimelineEntry.class));
    }

    /** The fact that lies at some place of a topic. */
    public Optional<Envelope> at(String topic, int partition, long offset) {
        Criteria place = Criteria.where("topic")
                .is(topic)
                .and("partition")
                .is(partition)
                .and("offset")
                .is(offset);
        return Optional.ofNullable(mongo.findOne(Query.query(place), TimelineEntry.class))
                .map(TimelineEntry::envelope);
    }

    Page<TimelineEntry> page(Wanted wanted, Paging paging, String order) {
        return Keyset.page(mongo, TimelineEntry.class, wanted.criteria(), paging, order);
    }

    /** What one act set in motion, oldest first. */
    List<TimelineEntry> together(String correlation) {
        return mongo.find(
                Query.query(Criteria.where("correlation").is(correlation))
                        .with(Sort.by("order", "_id"))
                        .limit(MOST_TOGETHER),
                TimelineEntry.class);
    }

    List<TimelineEntry> causedBy(String id) {
        return mongo.find(Query.query(Criteria.where("causation").is(id)).limit(MOST_TOGETHER), TimelineEntry.class);
    }

    /**
     * What a reader wants to see; null and empty for everything.
     *
     * @param type of the message, or the beginning of one, up to a dot
     * @param q words of the sentence, or their beginnings
     */
    record Wanted(
            @Nullable String event,
            @Nullable String delegation,
            @Nullable String partner,
            @Nullable String type,
            @Nullable String correlation,
            String q) {

        static Wanted ofDelegation(String id) {
            return new Wanted(null, id, null, null, null, "");
        }

        static Wanted ofEvent(String id) {
            return new Wanted(id, null, null, null, null, "");
        }

        Criteria criteria() {
            List<Criteria> all = new ArrayList<>();
            is(all, "event", event);
            is(all, "delegation", delegation);
            is(all, "partner", partner);
            is(all, "correlation", correlation);
            if (type != null && type.endsWith(".")) {
                all.add(Criteria.where("type").gte(type).lt(type.substring(0, type.length() - 1) + "/"));
            } else {
                is(all, "type", type);
            }
            for (String word : Words.of(q)) {
                all.add(Criteria.where("words").regex("^" + Pattern.quote(word)));
            }
            return all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
        }

        private static void is(List<Criteria> all, String field, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                all.add(Criteria.where(field).is(value));
            }
        }
    }
}
