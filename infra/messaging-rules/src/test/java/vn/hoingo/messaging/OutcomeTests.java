package vn.hoingo.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import vn.hoingo.messaging.lab.hall.HallRefusal;
import vn.hoingo.messaging.lab.ticket.TicketId;

/** The table of rule 15. */
class OutcomeTests {

    private static final ServerAddress STORE = new ServerAddress("store");

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasOneOutcome(Throwable failure, Outcome outcome) {
        assertThat(Outcome.of(failure)).isEqualTo(outcome);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                // store, broker or an owner over HTTP unavailable
                arguments(new DataAccessResourceFailureException("away"), Outcome.UNAVAILABLE),
                arguments(new QueryTimeoutException("slow"), Outcome.UNAVAILABLE),
                arguments(new MongoTimeoutException("nobody"), Outcome.UNAVAILABLE),
                arguments(new MongoSocketReadException("gone", STORE), Outcome.UNAVAILABLE),
                arguments(new MongoNotPrimaryException(new BsonDocument(), STORE), Outcome.UNAVAILABLE),
                arguments(stored(new MongoNotPrimaryException(new BsonDocument(), STORE)), Outcome.UNAVAILABLE),
                arguments(stored(answer(11600, "interrupted at shutdown")), Outcome.UNAVAILABLE),
                arguments(stored(answer(14031, "no space")), Outcome.UNAVAILABLE),
                arguments(new TimeoutException("broker"), Outcome.UNAVAILABLE),
                arguments(new ExecutionException(new TimeoutException("broker")), Outcome.UNAVAILABLE),
                arguments(new ResourceAccessException("no route"), Outcome.UNAVAILABLE),
                arguments(http(HttpStatus.SERVICE_UNAVAILABLE), Outcome.UNAVAILABLE),
                arguments(http(HttpStatus.BAD_GATEWAY), Outcome.UNAVAILABLE),
                arguments(http(HttpStatus.GATEWAY_TIMEOUT), Outcome.UNAVAILABLE),
                arguments(
                        HttpClientErrorException.create(HttpStatus.TOO_MANY_REQUESTS, "", none(), new byte[0], null),
                        Outcome.UNAVAILABLE),
                arguments(new IllegalStateException(new ResourceAccessException("no token")), Outcome.UNAVAILABLE),
                arguments(new OutOfMemoryError(), Outcome.UNAVAILABLE),
                // version conflict
                arguments(new OptimisticLockingFailureException("changed"), Outcome.OVERTAKEN),
                arguments(new DuplicateKeyException("exists"), Outcome.OVERTAKEN),
                // refusal by the domain
                arguments(new HallRefusal(HallRefusal.Reason.SOLD_OUT), Outcome.REFUSED),
                // unreadable
                arguments(new WireFormat.Unreadable("unreadable"), Outcome.UNREADABLE),
                // any other exception
                arguments(new IllegalStateException("a bug"), Outcome.FAILED),
                arguments(new NullPointerException(), Outcome.FAILED),
                arguments(new StackOverflowError(), Outcome.FAILED),
                arguments(new Absent("Ticket", new TicketId(Ids.fresh())), Outcome.FAILED),
                arguments(http(HttpStatus.INTERNAL_SERVER_ERROR), Outcome.FAILED),
                arguments(stored(answer(2, "bad value")), Outcome.FAILED),
                arguments(stored(answer(10334, "too large")), Outcome.FAILED),
                arguments(
                        new DataIntegrityViolationException(
                                "validator",
                                new MongoWriteException(
                                        new WriteError(121, "validation", new BsonDocument()), STORE, List.of())),
                        Outcome.FAILED),
                arguments(new IllegalStateException(new HallRefusal(HallRefusal.Reason.SOLD_OUT)), Outcome.FAILED));
    }

    private static UncategorizedMongoDbException stored(Exception cause) {
        return new UncategorizedMongoDbException("store", cause);
    }

    private static MongoCommandException answer(int code, String message) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(code))
                        .append("errmsg", new BsonString(message)),
                STORE);
    }

    private static HttpServerErrorException http(HttpStatus status) {
        return HttpServerErrorException.create(status, URI.create("/").toString(), none(), new byte[0], null);
    }

    private static org.springframework.http.HttpHeaders none() {
        return new org.springframework.http.HttpHeaders();
    }
}
