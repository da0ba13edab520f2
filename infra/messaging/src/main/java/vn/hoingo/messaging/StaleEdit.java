package vn.hoingo.messaging;

import java.util.List;

/** An edit was made on a version that is no longer the last; it says what changed since. */
public final class StaleEdit extends RuntimeException {

    private final long current;
    private final transient List<Aggregate.Change> since;

    StaleEdit(long expected, Aggregate<?> aggregate) {
        super("version " + expected + " was edited, the last is " + aggregate.version(), null, false, false);
        this.current = aggregate.version();
        this.since = aggregate.recentChanges().stream()
                .filter(change -> change.version() > expected)
                .toList();
    }

    public long current() {
        return current;
    }

    /** The changes since, as far as they are remembered (the last 32), oldest first. */
    public List<Aggregate.Change> since() {
        return since;
    }
}
