package vn.hoingo.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoWriteException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;

/** What became of one message at one consumer. The first five are the flow equation: their sum is what was received. */
enum Outcome {
    HANDLED("handled"),
    SKIPPED("skipped"),
    REFUSED("refused"),
    PARKED("parked"),
    DEAD_LETTERED("deadLettered"),

    /** Store, broker or another service cannot be reached: nothing became of it yet. */
    UNAVAILABLE(""),
    /** Somebody else was faster; at once again. */
    OVERTAKEN(""),
    /** It breaks its contract, and will tomorrow. */
    UNREADABLE(""),
    /** Anything else: a mistake of ours, most likely. */
    FAILED("");

    /** Other services over HTTP, by name: the library does not depend on a client for them. */
    private static final Set<String> UNAVAILABLE_OVER_HTTP = Set.of(
            "org.springframework.web.client.ResourceAccessException",
            "org.springframework.web.client.HttpServerErrorException$ServiceUnavailable",
            "org.springframework.web.client.HttpServerErrorException$BadGateway",
            "org.springframework.web.client.HttpServerErrorException$GatewayTimeout",
            "org.springframework.web.client.HttpClientErrorException$TooManyRequests");

    /** Codes of the store for: no such host, not reachable, time is up, shutting down, not primary (any more), no space, not allowed yet. */
    private static final Set<Integer> STORE_CANNOT_NOW = Set.of(
            6, 7, 13, 18, 50, 64, 89, 91, 100, 189, 202, 262, 9001, 10058, 10107, 11600, 11602, 13435, 13436, 14031);

    private final String count;

    Outcome(String count) {
        this.count = count;
    }

    /** The name of its number in a tally. */
    String count() {
        return count;
    }

    static Outcome of(Throwable thrown) {
        return switch (thrown) {
            case WireFormat.Unreadable unreadable -> UNREADABLE;
            case Refusal refusal -> REFUSED;
            case OptimisticLockingFailureException overtaken -> OVERTAKEN;
            case DuplicateKeyException overtaken -> OVERTAKEN;
            case TransientDataAccessException unavailable -> UNAVAILABLE;
            case DataAccessResourceFailureException unavailable -> UNAVAILABLE;
            case NonTransientDataAccessResourceException unavailable -> UNAVAILABLE;
            case MongoException store -> ofStore(store);
            case OutOfMemoryError unavailable -> UNAVAILABLE;
            case RetriableException unavailable -> UNAVAILABLE;
            case InterruptedException stopping -> UNAVAILABLE;
            default ->
                UNAVAILABLE_OVER_HTTP.contains(thrown.getClass().getName())
                        ? UNAVAILABLE
                        : thrown.getCause() == null || thrown.getCause() == thrown
                                ? FAILED
                                : ofCause(thrown.getCause());
        };
    }

    /** A store that answered with a no that will be the same tomorrow was available. */
    private static Outcome ofStore(MongoException thrown) {
        boolean answered = thrown instanceof MongoCommandException
                || thrown instanceof MongoWriteException
                || thrown instanceof MongoBulkWriteException;
        boolean passing = thrown instanceof MongoCursorNotFoundException
                || thrown instanceof MongoNotPrimaryException
                || thrown instanceof MongoNodeIsRecoveringException
                || thrown.hasErrorLabel("RetryableWriteError")
                || thrown.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                || STORE_CANNOT_NOW.contains(thrown.getCode());
        return answered && !passing ? FAILED : UNAVAILABLE;
    }

    private static Outcome ofCause(Throwable cause) {
        Outcome of = of(cause);
        return of == UNAVAILABLE ? UNAVAILABLE : FAILED;
    }
}
