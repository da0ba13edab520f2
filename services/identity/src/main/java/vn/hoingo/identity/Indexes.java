package vn.hoingo.identity;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/**
 * Prepares the store after the start, not during it: the process may come up before its store does, and is ready only
 * when both are.
 */
@Component
@Order(1)
class Indexes implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Indexes.class);

    private final MongoOperations mongo;

    Indexes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        while (true) {
            try {
                prepare();
                return;
            } catch (DataAccessResourceFailureException e) {
                log.warn("The store does not answer yet");
            }
        }
    }

    private void prepare() {
        ensure("accounts", ascending("email").unique());
        for (String token : new String[] {"code", "access", "refresh", "identity"}) {
            ensure("authorizations", ascending(token + ".hash").sparse());
        }
        ensure("authorizations", housekeeping("until"));
        ensure("sign-ins", housekeeping("until"));
        ensure("links", ascending("hashes"));
        ensure("links", ascending("post.due").sparse());
        ensure("links", housekeeping("forgottenAt"));
    }

    private static Index ascending(String field) {
        return new Index(field, Direction.ASC);
    }

    /** Only tidies up: whether something is still good is decided by its date when it is read. */
    private static Index housekeeping(String field) {
        return ascending(field).expire(Duration.ofDays(1));
    }

    private void ensure(String collection, Index index) {
        mongo.indexOps(collection).createIndex(index);
    }
}
