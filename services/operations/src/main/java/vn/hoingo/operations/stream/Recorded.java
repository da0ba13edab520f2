package vn.hoingo.operations.stream;

import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** How far the timeline has come, by its own tallies: what lies before is kept. */
@Component
final class Recorded {

    private final MongoOperations mongo;

    Recorded(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Position position() {
        Position position = Position.START;
        Query timeline = Query.query(Criteria.where("consumer").is("operations.timeline"));
        for (Document tally : mongo.find(timeline, Document.class, "tallies")) {
            position = position.with(
                    new TopicPartition(tally.getString("topic"), tally.getInteger("partition")),
                    tally.getLong("offset") + 1);
        }
        return position;
    }
}
