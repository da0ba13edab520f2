package vn.hoingo.faults.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.faults.history.Chronicle;
import vn.hoingo.faults.history.Line.Received;
import vn.hoingo.journeys.RunningSystem;

/** Somebody who watches the stream and comes back after each break, with the last id that came. */
final class Watcher implements Runnable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final RunningSystem system;
    private final Door door;
    private final Chronicle chronicle;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong order = new AtomicLong();
    private String last = "";
    private String event = "";
    private String pending = "";
    private int resets;

    Watcher(RunningSystem system, Door door, Chronicle chronicle) {
        this.system = system;
        this.door = door;
        this.chronicle = chronicle;
    }

    @Override
    public void run() {
        while (!over.get()) {
            var request = door.request("/api/operations/stream").timeout(Duration.ofMinutes(5));
            if (!last.isEmpty()) {
                request.header("Last-Event-ID", last);
            }
            try {
                HttpResponse<Stream<String>> answer =
                        system.http().send(request.GET().build(), HttpResponse.BodyHandlers.ofLines());
                try (Stream<String> lines = answer.body()) {
                    if (answer.statusCode() == 401) {
                        door.signIn();
                    } else if (answer.statusCode() == 200) {
                        lines.takeWhile(any -> !over.get()).forEach(this::hear);
                    }
                }
            } catch (IOException | UncheckedIOException broken) {
                event = "";
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
            if (!over.get()) {
                Door.rest(PAUSE);
            }
        }
    }

    /** A fact counts as told when it came whole: its id comes first, its words end the line. */
    private void hear(String line) {
        if (line.startsWith("event: ")) {
            event = line.substring("event: ".length());
        } else if (line.startsWith("id: ")) {
            pending = line.substring("id: ".length());
        } else if (line.startsWith("data: ") && event.equals("reset")) {
            resets++;
        } else if (line.startsWith("data: ") && event.equals("fact")) {
            try {
                told(JsonMapper.shared()
                        .readTree(line.substring("data: ".length()))
                        .get("id")
                        .asString());
            } catch (JacksonException cutOff) {
                pending = "";
            }
        } else if (line.isEmpty()) {
            last = pending.isEmpty() ? last : pending;
            pending = "";
            event = "";
        }
    }

    private void told(String fact) {
        chronicle.write(new Received("watcher-" + resets, order.incrementAndGet(), fact));
    }

    /** Whoever was told to begin anew watches under a new name. */
    int resets() {
        return resets;
    }

    long received() {
        return order.get();
    }

    void leave() {
        over.set(true);
    }
}
