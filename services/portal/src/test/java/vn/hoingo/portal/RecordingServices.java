package vn.hoingo.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Speaks as the services do, over real HTTP, and remembers what it was asked. */
public class RecordingServices {

    private final HttpServer server;
    private final Map<String, Deque<Said>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public RecordingServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public record Asked(String method, String path, String query, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private record Said(int status, String type, byte[] body) {}

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void forget() {
        answers.clear();
        asked.clear();
    }

    /** @param door such as {@code GET /api/events}, with its query where that matters; the last answer given stays */
    public RecordingServices says(String door, String json) {
        return says(door, 200, json);
    }

    public RecordingServices says(String door, int status, String json) {
        String type = status >= 400 ? "application/problem+json" : "application/json";
        answers.computeIfAbsent(door, none -> new ArrayDeque<>())
                .add(new Said(status, type, json.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Takes back what was arranged for this door. */
    public RecordingServices insteadSays(String door, int status, String json) {
        answers.remove(door);
        return says(door, status, json);
    }

    public RecordingServices saysFile(String door, String name) {
        return says(door, file(name));
    }

    public static String file(String name) {
        try (InputStream file = RecordingServices.class.getResourceAsStream("/answers/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Asked> asked(String door) {
        return asked.stream()
                .filter(one -> (one.method() + " " + one.path()).equals(door))
                .toList();
    }

    public Asked only(String door) {
        List<Asked> found = asked(door);
        if (found.size() != 1) {
            throw new AssertionError(door + " was asked " + found.size() + " times of " + asked);
        }
        return found.getFirst();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                method,
                path,
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
                Map.copyOf(exchange.getRequestHeaders()),
                body));
        Deque<Said> arranged = answers.getOrDefault(
                method + " " + path + "?" + exchange.getRequestURI().getQuery(), answers.get(method + " " + path));
        Said said = arranged == null
                ? new Said(
                        404,
                        "application/problem+json",
                        "{\"type\":\"/problems/absent\"}".getBytes(StandardCharsets.UTF_8))
                : arranged.size() > 1 ? arranged.pop() : arranged.peek();
        exchange.getResponseHeaders().set("Content-Type", said.type());
        exchange.sendResponseHeaders(said.status(), said.body().length == 0 ? -1 : said.body().length);
        exchange.getResponseBody().write(said.body());
        exchange.close();
    }
}
