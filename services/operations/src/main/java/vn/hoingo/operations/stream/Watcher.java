package vn.hoingo.operations.stream;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.hoingo.operations.envelope.Envelope;

/** One who watches. What it does not take in time lets it go, at nobody else's cost. */
final class Watcher {

    static final int MOST_WAITING = 1_000;

    private final Interest interest;
    private final BlockingQueue<Sight> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = Thread.currentThread();
    private volatile boolean dropped;

    Watcher(Interest interest) {
        this.interest = interest;
    }

    Interest interest() {
        return interest;
    }

    /** False when it did not take what it was shown before, and so is let go. */
    boolean show(Sight sight) {
        if (!interest.takes(sight.fact()) || waiting.offer(sight)) {
            return true;
        }
        drop();
        return false;
    }

    void drop() {
        dropped = true;
        waiting.clear();
        thread.interrupt(); // it may be in the middle of a write that nobody reads
    }

    boolean isDropped() {
        return dropped;
    }

    /** What it is shown next; null when there was nothing for so long. */
    @Nullable Sight await(Duration longest) throws InterruptedException {
        return waiting.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A fact, and where the stream was after it. */
    record Sight(Envelope fact, Position position) {}
}
