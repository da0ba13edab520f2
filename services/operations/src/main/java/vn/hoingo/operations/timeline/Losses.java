package vn.hoingo.operations.timeline;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import vn.hoingo.operations.alert.AlertDesk;
import vn.hoingo.operations.envelope.Envelope;
import vn.hoingo.operations.sentence.Contracts;

/**
 * Proves that nothing is missing: the facts of an aggregate are numbered 1, 2, 3 …, and whoever reads the whole topic sees a gap. The
 * alert is opened before the number is remembered, so that a crash in between opens it again, as the same one.
 */
@Component
class Losses {

    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);
    private static final String COLLECTION = "sequences";

    private final MongoOperations mongo;
    private final AlertDesk alerts;
    private final Contracts contracts;

    Losses(MongoOperations mongo, AlertDesk alerts, Contracts contracts) {
        this.mongo = mongo;
        this.alerts = alerts;
        this.contracts = contracts;
    }

    /** Looks at facts of one partition, in their order. */
    void look(List<Envelope> facts) {
        Map<String, Long> last = lastOf(facts);
        for (Envelope fact : facts) {
            if (!contracts.knows(fact.type())) {
                LOG.warn("{} has no contract", fact.type());
                alerts.unknownType(fact);
            }
            if (fact.sequence() > 0) {
                long before = last.getOrDefault(aggregate(fact), 0L);
                if (fact.sequence() > before + 1) {
                    LOG.error("{} {} lacks {} to {}", fact.topic(), fact.subject(), before + 1, fact.sequence() - 1);
                    alerts.loss(fact, before + 1);
                }
                last.put(aggregate(fact), Math.max(before, fact.sequence()));
            }
        }
        remember(last);
    }

    private Map<String, Long> lastOf(List<Envelope> facts) {
        List<String> aggregates =
                facts.stream().map(Losses::aggregate).distinct().toList();
        Map<String, Long> last = new HashMap<>();
        mongo.execute(COLLECTION, all -> {
            for (Document row : all.find(Filters.in("_id", aggregates))) {
                last.put(row.getString("_id"), row.getLong("last"));
            }
            return last;
        });
        return last;
    }

    private void remember(Map<String, Long> last) {
        List<WriteModel<Document>> changes = new ArrayList<>();
        last.forEach((aggregate, sequence) -> changes.add(new UpdateOneModel<>(
                Filters.eq("_id", aggregate), Updates.max("last", sequence), new UpdateOptions().upsert(true))));
        if (!changes.isEmpty()) {
            mongo.execute(COLLECTION, all -> all.bulkWrite(changes));
        }
    }

    private static String aggregate(Envelope fact) {
        return fact.topic() + "/" + fact.subject();
    }
}
