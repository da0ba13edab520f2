package vn.hoingo.operations.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Watches the stream over real HTTP, as a browser's EventSource does. */
final class StreamWatch implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final java.io.InputStream answer;
    private volatile String lastEventId = "";

    private StreamWatch(int port, String query, @Nullable String from) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/operations/stream" + query))
                .header("Authorization", "Bearer operations-watcher");
        if (from != null) {
            request.header("Last-Event-ID", from);
        }
        try {
            HttpResponse<java.io.InputStream> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError(
                        response.statusCode() + " " + new String(response.body().readAllBytes()));
            }
            answer = response.body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        Thread.ofVirtual().start(this::read);
        awaitId();
    }

    static StreamWatch open(int port, String query) {
        return new StreamWatch(port, query, null);
    }

    static StreamWatch goOn(int port, String query, String from) {
        return new StreamWatch(port, query, from);
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            String name = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith("id: ")) {
                    lastEventId = line.substring(4);
                } else if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(name, lastEventId, JSON.readTree(data), System.nanoTime()));
                    }
                    name = "";
                    data = "";
                }
            }
        } catch (IOException closed) {
            // by one of both sides
        }
    }

    /** The stream says where it is before anything else; from then on nothing is missed. */
    private void awaitId() {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (lastEventId.isEmpty()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("the stream did not say where it is");
            }
            Thread.onSpinWait();
        }
    }

    /** The next fact that is meant; others are passed over. */
    Event await(Predicate<JsonNode> meant) {
        return awaitMany(1, event -> event.name().equals("fact") && meant.test(event.data()))
                .getFirst();
    }

    Event awaitReset() {
        return awaitMany(1, event -> event.name().equals("reset")).getFirst();
    }

    List<Event> awaitMany(int many, Predicate<Event> meant) {
        List<Event> seen = new ArrayList<>();
        long until = System.nanoTime() + LONGEST.toNanos();
        try {
            while (seen.size() < many) {
                Event event = events.poll(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new AssertionError("only " + seen.size() + " of " + many + " came: " + seen);
                }
                if (meant.test(event)) {
                    seen.add(event);
                }
            }
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        return seen;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    record Event(String name, String id, JsonNode data, long seenAt) {

        String fact() {
            return data.path("id").asString();
        }
    }
}
