package vn.hoingo.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Keeps one process running: when it dies it is started again, at once the first time, then ever more patiently. */
final class Watch {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LIVED_WELL = Duration.ofSeconds(Integer.getInteger("hoingo.lived-well", 60));

    private final Program program;
    private final Runnable start;
    private final Consumer<String> progress;
    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicBoolean kept = new AtomicBoolean();
    private volatile boolean over;

    /** @param start what starting the program takes, more than its process perhaps */
    Watch(Program program, Runnable start, Consumer<String> progress) {
        this.program = program;
        this.start = start;
        this.progress = progress;
    }

    Program program() {
        return program;
    }

    /** How often it has died since it last lived well. */
    int deaths() {
        return deaths.get();
    }

    void begin() {
        start();
        keep();
    }

    /** For a first start of which somebody waits to see whether it succeeds. */
    void start() {
        start.run();
    }

    /** From now on it is started again when it dies. */
    void keep() {
        if (!kept.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual().name("watch-" + program.name()).start(this::keepRunning);
    }

    /** From now on it may die, and does. */
    void end(Duration patience) {
        synchronized (this) {
            over = true;
        }
        program.stop(patience);
    }

    private void keepRunning() {
        try {
            while (true) {
                Process process = program.process();
                if (process == null) {
                    return;
                }
                Instant since = Instant.now();
                int code = process.waitFor();
                if (over) {
                    return;
                }
                if (Duration.between(since, Instant.now()).compareTo(LIVED_WELL) > 0) {
                    deaths.set(0);
                }
                Duration pause = pauseAfter(deaths.incrementAndGet());
                progress.accept(program.name() + " ended with " + code + " and is started again"
                        + (pause.isZero() ? "" : " in " + pause.toSeconds() + " s") + "; its log is " + program.log());
                Thread.sleep(pause);
                synchronized (this) {
                    if (over) {
                        return;
                    }
                    start.run();
                }
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    static Duration pauseAfter(int deaths) {
        if (deaths <= 1) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(deaths - 2, 5));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
