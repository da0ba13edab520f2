package vn.hoingo.operations.stream;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.hoingo.operations.envelope.Envelope;
import vn.hoingo.operations.timeline.FactView;

/**
 * One who watches. What it does not take in time it is not shown any more, at nobody else's cost: it takes what waits, and then reads the
 * rest for itself.
 */
final class Watcher {

    static final int MOST_WAITING = 256;

    private final Interest interest;
    private final BlockingQueue<Sight> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = Thread.currentThread();
    private volatile boolean behind;
    private volatile boolean dropped;

    Watcher(Interest interest) {
        this.interest = interest;
    }

    Interest interest() {
        return interest;
    }

    /** False when it has not taken what it was shown before; it is then left to itself. */
    boolean show(Sight sight) {
        if (!interest.takes(sight.fact()) || waiting.offer(sight)) {
            return true;
        }
        behind = true;
        return false;
    }

    /** True when all that it was shown is taken, and there is more that it was not shown. */
    boolean isBehind() {
        return behind && waiting.isEmpty();
    }

    /** It is about to be shown everything again. */
    void keepUp() {
        behind = false;
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
    @Nullable
    Sight await(Duration longest) throws InterruptedException {
        return waiting.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A fact, and where the stream was after it. However many see it, it is put into words and bytes once. */
    static final class Sight {

        private final Envelope fact;
        private final Position position;
        private @Nullable Told told;

        Sight(Envelope fact, Position position) {
            this.fact = fact;
            this.position = position;
        }

        Envelope fact() {
            return fact;
        }

        Position position() {
            return position;
        }

        synchronized Told told(Supplier<Told> telling) {
            if (told == null) {
                told = telling.get();
            }
            return told;
        }
    }

    /** @param event as it is written to everybody who is where the stream was after it */
    record Told(FactView view, byte[] event) {}
}
