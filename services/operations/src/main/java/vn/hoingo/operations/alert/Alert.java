package vn.hoingo.operations.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.doors.Coded;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;
import vn.hoingo.operations.alert.AlertFact.AlertAcknowledged;
import vn.hoingo.operations.alert.AlertFact.LossSuspected;
import vn.hoingo.operations.alert.AlertFact.MessageDeadLettered;
import vn.hoingo.operations.alert.AlertFact.MessageDiscarded;
import vn.hoingo.operations.alert.AlertFact.MessageReplayed;

/**
 * Something that a person has to look at: a message that a consumer could not handle, facts that seem to be missing, a type that no
 * contract names. It is open until somebody takes it; a dead letter is mended when its message was heard after all, or given up.
 */
@Document("alerts")
@Announces("operations.alert")
@CompoundIndex(name = "by_raised", def = "{'raised': 1, '_id': 1}")
@CompoundIndex(name = "by_state", def = "{'state': 1, 'raised': 1, '_id': 1}")
public class Alert extends Aggregate<AlertId> {

    private final Kind kind;
    private final Instant raised;
    private final Matter matter;
    private State state = State.OPEN;
    private List<Repair> repairs = new ArrayList<>();

    Alert(AlertId id, Kind kind, Instant raised, Matter matter) {
        super(id);
        this.kind = kind;
        this.raised = raised;
        this.matter = matter;
    }

    static Alert ofDeadLetter(AlertId id, Matter matter, String reason, Instant now) {
        Alert alert = new Alert(id, Kind.DEAD_LETTER, now, matter);
        alert.announce(new MessageDeadLettered(
                id.value(),
                String.valueOf(matter.consumer()),
                matter.topic(),
                matter.partition(),
                matter.offset(),
                reason,
                matter.messageId(),
                matter.type(),
                matter.service()));
        return alert;
    }

    static Alert ofLoss(AlertId id, Matter matter, long expected, long found, Instant now) {
        Alert alert = new Alert(id, Kind.LOSS, now, matter);
        alert.announce(new LossSuspected(id.value(), matter.topic(), String.valueOf(matter.key()), expected, found));
        return alert;
    }

    static Alert ofUnknownType(AlertId id, Matter matter, Instant now) {
        return new Alert(id, Kind.UNKNOWN_TYPE, now, matter);
    }

    void acknowledge(String actor, @Nullable String note, Instant now) {
        if (state == State.ACKNOWLEDGED) {
            return; // somebody has it already
        }
        if (state == State.MENDED) {
            throw new AlertRefusal(AlertRefusal.Reason.ALREADY_MENDED);
        }
        state = State.ACKNOWLEDGED;
        repairs.add(new Repair(now, actor, "acknowledge", note));
        announce(new AlertAcknowledged(id().value()));
    }

    /** @param stuckAgain the message could not be handled this time either */
    void replayed(String actor, @Nullable String note, boolean stuckAgain, Instant now) {
        repairs.add(new Repair(now, actor, "replay", note));
        state = stuckAgain ? State.OPEN : State.MENDED;
        announce(new MessageReplayed(
                id().value(),
                String.valueOf(matter.consumer()),
                matter.topic(),
                matter.partition(),
                matter.offset(),
                matter.messageId(),
                matter.type(),
                matter.service()));
    }

    void discarded(String actor, String note, Instant now) {
        repairs.add(new Repair(now, actor, "discard", note));
        state = State.MENDED;
        announce(new MessageDiscarded(
                id().value(),
                String.valueOf(matter.consumer()),
                matter.topic(),
                matter.partition(),
                matter.offset(),
                matter.messageId(),
                matter.type(),
                matter.service()));
    }

    Kind kind() {
        return kind;
    }

    Instant raised() {
        return raised;
    }

    Matter matter() {
        return matter;
    }

    State state() {
        return state;
    }

    List<Repair> repairs() {
        return List.copyOf(repairs);
    }

    enum Kind implements Coded {
        DEAD_LETTER,
        LOSS,
        UNKNOWN_TYPE
    }

    enum State implements Coded {
        OPEN,
        ACKNOWLEDGED,
        MENDED
    }

    /**
     * What it is about.
     *
     * @param detail why, in one word, as the consumer said it; or what number was expected
     */
    record Matter(
            @Nullable String service,
            @Nullable String consumer,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String messageId,
            @Nullable String type,
            @Nullable String detail) {}

    /** What somebody did about it, with their words; those never travel. */
    public record Repair(
            Instant at, String actor, String act, @Nullable String note) {}
}
