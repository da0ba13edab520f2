package vn.hoingo.messaging;

import com.mongodb.MongoException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;

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
            case MessageMapper.Unreadable unreadable -> UNREADABLE;
            case Refusal refusal -> REFUSED;
            case OptimisticLockingFailureException overtaken -> OVERTAKEN;
            case DuplicateKeyException overtaken -> OVERTAKEN;
            case TransientDataAccessException unavailable -> UNAVAILABLE;
            case DataAccessResourceFailureException unavailable -> UNAVAILABLE;
            case NonTransientDataAccessResourceException unavailable -> UNAVAILABLE;
            case UncategorizedDataAccessException store when store.getCause() instanceof MongoException -> UNAVAILABLE;
            case MongoException unavailable -> UNAVAILABLE;
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

    private static Outcome ofCause(Throwable cause) {
        Outcome of = of(cause);
        return of == UNAVAILABLE ? UNAVAILABLE : FAILED;
    }
}
