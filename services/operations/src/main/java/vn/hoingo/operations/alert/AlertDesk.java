package vn.hoingo.operations.alert;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Ids;
import vn.hoingo.operations.envelope.Envelope;

/** Where alerts are raised and seen to. */
@Component
public class AlertDesk {

    private final Alerts alerts;
    private final Decisions decisions;
    private final MongoOperations mongo;
    private final Clock clock;

    AlertDesk(Alerts alerts, Decisions decisions, MongoOperations mongo, Clock clock) {
        this.alerts = alerts;
        this.decisions = decisions;
        this.mongo = mongo;
        this.clock = clock;
    }

    /** A consumer could not handle a message. */
    public void deadLetter(DeadLetter letter) {
        AlertId id = idOf(letter.consumer(), letter.topic(), letter.partition(), letter.offset());
        decisions.open(
                alerts,
                id,
                () -> Alert.ofDeadLetter(
                        id,
                        new Alert.Matter(
                                letter.service(),
                                letter.consumer(),
                                letter.topic(),
                                letter.partition(),
                                letter.offset(),
                                letter.key(),
                                letter.messageId(),
                                letter.type(),
                                letter.reason()),
                        code(letter.reason()),
                        clock.instant()));
    }

    /** A fact came whose predecessor did not. */
    public void loss(Envelope found, long expected) {
        AlertId id = new AlertId(Ids.from("loss", found.topic(), found.subject(), expected));
        decisions.open(
                alerts,
                id,
                () -> Alert.ofLoss(
                        id, matter(found, Long.toString(expected)), expected, found.sequence(), clock.instant()));
    }

    /** A fact came that no contract names. */
    public void unknownType(Envelope found) {
        AlertId id = new AlertId(Ids.from("unknown-type", found.topic(), found.type()));
        decisions.open(alerts, id, () -> Alert.ofUnknownType(id, matter(found, null), clock.instant()));
    }

    /** @param stuckAgain the message could not be handled this time either */
    public void replayed(DeadLetter letter, @Nullable String note, boolean stuckAgain) {
        deadLetter(letter);
        decisions.change(
                alerts,
                idOf(letter.consumer(), letter.topic(), letter.partition(), letter.offset()),
                alert -> alert.replayed(Acting.current().actor(), note, stuckAgain, clock.instant()));
    }

    public void discarded(DeadLetter letter, String note) {
        deadLetter(letter);
        decisions.change(
                alerts,
                idOf(letter.consumer(), letter.topic(), letter.partition(), letter.offset()),
                alert -> alert.discarded(Acting.current().actor(), note, clock.instant()));
    }

    /** What was tried with it so far, the first attempt first. */
    public List<Alert.Repair> repairs(DeadLetter letter) {
        return alerts.findById(idOf(letter.consumer(), letter.topic(), letter.partition(), letter.offset()))
                .map(Alert::repairs)
                .orElse(List.of());
    }

    Alert acknowledge(AlertId id, @Nullable String note) {
        return decisions.change(
                alerts, id, alert -> alert.acknowledge(Acting.current().actor(), note, clock.instant()));
    }

    /** Alerts in one state, or all, the latest first. */
    Page<Alert> page(Alert.@Nullable State state, Paging paging) {
        Criteria wanted =
                state == null ? new Criteria() : Criteria.where("state").is(state);
        return Keyset.page(mongo, Alert.class, wanted, paging, "-raised");
    }

    private static AlertId idOf(String consumer, String topic, int partition, long offset) {
        return new AlertId(Ids.from("dead-letter", consumer, topic, partition, offset));
    }

    private static Alert.Matter matter(Envelope found, @Nullable String detail) {
        return new Alert.Matter(
                found.owner(),
                null,
                found.topic(),
                found.partition(),
                found.offset(),
                found.subject(),
                found.id(),
                found.type(),
                detail);
    }

    /** The code under which a consumer's reason travels. */
    public static String code(String reason) {
        return switch (reason) {
            case "unreadable", "no-payload", "no-key", "no-type" -> reason;
            default ->
                reason.startsWith("missing ") || reason.equals("no-sequence") || reason.equals("key-is-no-id")
                        ? "breaks-contract"
                        : reason.toLowerCase(Locale.ROOT).startsWith("unavailable") ? "unavailable" : "not-handled";
        };
    }

    /** A message that a consumer gave up, as seen from the outside. */
    public record DeadLetter(
            String service,
            String consumer,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String messageId,
            @Nullable String type,
            String reason) {}
}
