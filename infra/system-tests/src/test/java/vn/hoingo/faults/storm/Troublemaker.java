package vn.hoingo.faults.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import vn.hoingo.faults.history.Chronicle;
import vn.hoingo.faults.history.Line.Trouble;
import vn.hoingo.journeys.RunningSystem;

/** Ends, freezes and confuses: one process after another, as its seed says. */
final class Troublemaker implements Runnable {

    private static final List<String> PROCESSES = List.of(
            "events",
            "delegations",
            "invitations",
            "logistics",
            "operations",
            "identity",
            "portal",
            "gateway",
            "broker",
            "store");

    private final RunningSystem system;
    private final Chronicle chronicle;
    private final Topics topics;
    private final Random random;
    private final int longestFreeze;
    private final BooleanSupplier isOver;
    private final List<String> done = new ArrayList<>();

    /** @param longestFreeze in seconds */
    Troublemaker(
            RunningSystem system,
            Chronicle chronicle,
            Topics topics,
            long seed,
            int longestFreeze,
            BooleanSupplier isOver) {
        this.system = system;
        this.chronicle = chronicle;
        this.topics = topics;
        this.random = new Random(seed);
        this.longestFreeze = longestFreeze;
        this.isOver = isOver;
    }

    @Override
    public void run() {
        while (!isOver.getAsBoolean()) {
            Door.rest(Duration.ofMillis(1_000 + random.nextInt(5_000)));
            int dice = random.nextInt(10);
            String process = PROCESSES.get(random.nextInt(PROCESSES.size()));
            int seconds = 1 + random.nextInt(longestFreeze);
            if (dice < 5) {
                kill(process);
            } else if (dice < 7) {
                freeze(process, Duration.ofSeconds(seconds));
            } else if (dice < 8) {
                told("topics", topics.repeat(random) + " repeats");
            } else {
                told("topics", topics.poison(random));
            }
        }
    }

    /** What it did, in words. */
    List<String> done() {
        return List.copyOf(done);
    }

    private void kill(String process) {
        long pid = system.pid(process);
        if (pid != 0
                && ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false)) {
            told(process, "kill -9");
        }
    }

    private void freeze(String process, Duration length) {
        long pid = system.pid(process);
        if (pid == 0 || ProcessHandle.of(pid).isEmpty()) {
            return;
        }
        told(process, "frozen for " + length.toSeconds() + " s");
        signal("-STOP", pid);
        try {
            Door.rest(length);
        } finally {
            signal("-CONT", pid);
        }
    }

    private void told(String process, String what) {
        done.add(process + " " + what);
        chronicle.write(new Trouble(Instant.now(), process, what));
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
