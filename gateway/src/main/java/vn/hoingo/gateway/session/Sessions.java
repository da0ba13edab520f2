package vn.hoingo.gateway.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.hoingo.gateway.GatewaySettings;

/** All sessions, in the store: they outlive this process and serve every instance of it. */
@Component
public class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final MongoCollection<Document> sessions;
    private final GatewaySettings settings;
    private final Clock clock;
    private final SecureRandom random;

    Sessions(
            MongoClient mongo,
            MongoConnectionDetails connection,
            GatewaySettings settings,
            Clock clock,
            SecureRandom random) {
        String database = connection.getConnectionString().getDatabase();
        this.sessions =
                mongo.getDatabase(database == null ? "gateway" : database).getCollection("sessions");
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** Only tidies up; whether a session is still good is decided when it is read. */
    @EventListener(ApplicationReadyEvent.class)
    void tidyUp() {
        Mono.from(sessions.createIndex(Indexes.ascending("until"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS)))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)).maxBackoff(Duration.ofMinutes(1)))
                .subscribe(unused -> {}, e -> log.warn("Old sessions are not tidied up", e));
    }

    /** Opens a session and answers the secret that the browser gets: always a new one, never one that it brought. */
    Mono<String> open(String subject, String idToken, String accessToken, Instant accessUntil, String refreshToken) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Document document = new Document("_id", id(secret))
                .append("subject", subject)
                .append("idToken", idToken)
                .append("accessToken", accessToken)
                .append("accessUntil", Date.from(accessUntil))
                .append("refreshToken", refreshToken)
                .append("since", Date.from(now))
                .append("seen", Date.from(now))
                .append("until", Date.from(now.plus(settings.longest())));
        return Mono.from(sessions.insertOne(document)).thenReturn(secret);
    }

    /** The session of this secret, if it is still good. */
    Mono<Session> find(String secret) {
        return again(id(secret)).delayUntil(this::seen);
    }

    Mono<Session> again(String id) {
        return Mono.from(sessions.find(eq("_id", id)).first())
                .map(Sessions::session)
                .filter(this::isGood);
    }

    private boolean isGood(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.seen().plus(settings.idle()))
                && now.isBefore(session.since().plus(settings.longest()));
    }

    private Mono<?> seen(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.seen().plus(SEEN_EVERY))
                ? Mono.empty()
                : Mono.from(sessions.updateOne(eq("_id", session.id()), max("seen", Date.from(now))));
    }

    /** Replaces the tokens, unless the session has ended or somebody else replaced them; empty then. */
    Mono<Session> replace(
            Session session, String idToken, String accessToken, Instant accessUntil, String refreshToken) {
        return Mono.from(sessions.updateOne(
                        and(eq("_id", session.id()), eq("refreshToken", session.refreshToken())),
                        combine(
                                set("idToken", idToken),
                                set("accessToken", accessToken),
                                set("accessUntil", Date.from(accessUntil)),
                                set("refreshToken", refreshToken))))
                .filter(result -> result.getMatchedCount() == 1)
                .map(unused -> new Session(
                        session.id(),
                        session.subject(),
                        idToken,
                        accessToken,
                        accessUntil,
                        refreshToken,
                        session.since(),
                        session.seen()));
    }

    /** Completes when the session is found to be over, whichever gateway ended it; a store that is away ends nothing. */
    Mono<Long> over(String id) {
        return Flux.interval(LOOK_EVERY)
                .onBackpressureDrop()
                .filterWhen(look -> again(id).hasElement().onErrorReturn(true).map(alive -> !alive), 1)
                .next();
    }

    Mono<Void> end(String id) {
        return Mono.from(sessions.deleteOne(eq("_id", id))).then();
    }

    private static Session session(Document document) {
        return new Session(
                document.getString("_id"),
                document.getString("subject"),
                document.getString("idToken"),
                document.getString("accessToken"),
                document.getDate("accessUntil").toInstant(),
                document.getString("refreshToken"),
                document.getDate("since").toInstant(),
                document.getDate("seen").toInstant());
    }

    private static String id(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
