package vn.hoingo.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * One thing that decides for itself, and one document: its state and the facts that it announced and that have not yet
 * travelled are written by the same write, so that saving is announcing.
 *
 * <p>The constructor of a subclass takes the id and whatever never changes, by the names of the fields: Spring Data calls it
 * too. Aggregates are saved through {@link Decisions} only. One that announces names its topic by {@link Announces}.
 */
public abstract class Aggregate<I extends Id> {

    static final int REMEMBERED_CHANGES = 32;

    @org.springframework.data.annotation.Id
    private final I id;

    @Version
    private long version;

    private long sequence;
    private List<Entry> outbox = new ArrayList<>();
    private Map<String, Long> marks = new HashMap<>();
    private List<Change> recent = new ArrayList<>();
    private @Nullable Instant dueAt;

    @Transient
    private final List<Pending> pending = new ArrayList<>();

    @Transient
    private @Nullable Command command;

    protected Aggregate(I id) {
        this.id = id;
    }

    public final I id() {
        return id;
    }

    /** How often it was saved; 0 while it never was. The ETag of its HTTP representation. */
    public final long version() {
        return version;
    }

    /** What happened to it. The record carries a {@link Contract} and plain values that stand alone. */
    protected final void announce(Record fact) {
        pending.add(new Pending(fact, Acting.current()));
    }

    /**
     * True when this reaction has already heard this fact, or a later one, of its source; otherwise marks it as heard. The
     * mark is saved with the aggregate.
     */
    protected final boolean alreadyHeard(Heard heard) {
        String mark = heard.reaction() + "/" + heard.source();
        if (marks.getOrDefault(mark, 0L) >= heard.sequence()) {
            return true;
        }
        marks.put(mark, heard.sequence());
        return false;
    }

    /** When {@link WhenDue} is to be called for it next; null when nothing is due. */
    protected final void dueAt(@Nullable Instant at) {
        this.dueAt = at;
    }

    public final @Nullable Instant dueAt() {
        return dueAt;
    }

    /** What it announced since it was loaded, oldest first. */
    public final List<Record> announced() {
        return pending.stream().map(Pending::fact).toList();
    }

    /** The last changes, oldest first: what a stale edit is told. */
    public final List<Change> recentChanges() {
        return List.copyOf(recent);
    }

    /** The version of its last save; {@link #version()} may run ahead while it is being saved. */
    long savedVersion() {
        return recent.isEmpty() ? 0 : recent.getLast().version();
    }

    /** The repeatable command under which the next save is made. */
    void under(@Nullable Command repeatable) {
        this.command = repeatable;
    }

    @Nullable
    Command command() {
        return command;
    }

    List<Pending> pending() {
        return pending;
    }

    List<Entry> outbox() {
        return outbox;
    }

    long nextSequence() {
        return ++sequence;
    }

    void remember(Change change) {
        recent.add(change);
        if (recent.size() > REMEMBERED_CHANGES) {
            recent.removeFirst();
        }
    }

    /** A command that is recognised when it comes again: the key of this step of it, and what it said. */
    record Command(String key, String bodyHash) {}

    /** A fact between being announced and being saved. */
    record Pending(Record fact, Acting acting) {}

    /**
     * A fact that was saved and has not yet travelled: final, the bytes and headers are those that will travel.
     *
     * @param entry its id, and the id of the message
     * @param at when it was announced
     */
    record Entry(
            @Field("entry") String entry,
            long sequence,
            String type,
            Instant at,
            Map<String, String> headers,
            byte[] payload) {}

    /**
     * One save, as a stale editor is told of it, and as a repeated command is recognised.
     *
     * @param version the version that the save resulted in
     * @param facts the types of what it announced
     */
    public record Change(
            long version,
            Instant at,
            String actor,
            List<String> facts,
            @Nullable String key,
            @Nullable String bodyHash) {}
}
