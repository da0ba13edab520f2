package vn.hoingo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the gateway: repeats what could not be answered, expects what a person expects. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url;
    private final HttpClient http;
    private final Map<String, String> identity;

    private Api(String url, HttpClient http, Map<String, String> identity) {
        this.url = url;
        this.http = http;
        this.identity = identity;
    }

    /** A script under the demo's client. */
    static Api of(RunningSystem system) {
        return new Api(system.url(), system.http(), Map.of("Authorization", "Bearer " + token(system)));
    }

    /** Somebody without an account. */
    static Api guest(RunningSystem system) {
        return new Api(system.url(), system.http(), Map.of());
    }

    /** A browser that has signed in: its cookie, and the page that it acts from. */
    static Api signedIn(String url, HttpClient http, String cookie) {
        return new Api(url, http, Map.of("Cookie", cookie, "Origin", url));
    }

    private static String token(RunningSystem system) {
        JsonNode client = system.demo().get("client");
        String basic = Base64.getEncoder()
                .encodeToString((client.get("id").asString() + ":"
                                + client.get("secret").asString())
                        .getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(system.url() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> answer = guest(system).patiently(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    JsonNode get(String path) {
        return expect(request("GET", path, null, null), 200);
    }

    /** The one that a list has, once it has it: others hear a moment later. */
    JsonNode await(String path, Predicate<JsonNode> isThere) {
        return await(path, PATIENCE, isThere);
    }

    /** As {@link #await(String, Predicate)}, for what is long work. */
    JsonNode await(String path, Duration patience, Predicate<JsonNode> isThere) {
        JsonNode[] last = new JsonNode[1];
        Awaitility.await(path)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .conditionEvaluationListener(condition -> {})
                .until(() -> {
                    HttpResponse<String> answer = sendOrNull(request("GET", path, null, null));
                    if (answer == null || answer.statusCode() != 200) {
                        return false;
                    }
                    last[0] = JsonMapper.shared().readTree(answer.body());
                    return isThere.test(last[0]);
                });
        return last[0];
    }

    /** Until every consumer has heard everything, and its count adds up. */
    void awaitQuiet() {
        await("/api/operations/flows", flows -> all(flows.get("services"))
                .allMatch(service -> service.get("reachable").asBoolean()
                        && service.get("difference").asLong() == 0
                        && service.get("behind").asLong() == 0));
    }

    static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    JsonNode post(String path, String body) {
        HttpRequest request = request("POST", path, body, UUID.randomUUID().toString());
        HttpResponse<String> answer = patiently(request);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
        return answer.body().isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(answer.body());
    }

    /** A sheet that somebody chose on a page, about an event. */
    JsonNode upload(String path, String event, String sheet) {
        String line = "----" + UUID.randomUUID();
        String body = """
                --%1$s\r
                Content-Disposition: form-data; name="event"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="guests.csv"\r
                Content-Type: text/csv\r
                \r
                %3$s\r
                --%1$s--\r
                """.formatted(line, event, sheet);
        HttpRequest request = HttpRequest.newBuilder(
                        request("POST", path, body, UUID.randomUUID().toString()),
                        (name, value) -> !name.equalsIgnoreCase("Content-Type"))
                .header("Content-Type", "multipart/form-data; boundary=" + line)
                .build();
        return expect(request, 201);
    }

    JsonNode put(String path, String body, long version) {
        HttpRequest request = HttpRequest.newBuilder(request("PUT", path, body, null), (name, value) -> true)
                .header("If-Match", "\"" + version + "\"")
                .build();
        HttpResponse<String> first = sendOrNull(request);
        HttpResponse<String> answer = isBusy(first) ? patiently(request) : Objects.requireNonNull(first);
        if (isBusy(first) && answer.statusCode() == 412) {
            return get(path); // nobody else edits it: what was said without an answer stands
        }
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** What is refused, with its problem. */
    JsonNode refused(String method, String path, String body, int status) {
        return expect(request(method, path, body, null), status);
    }

    int status(String path) {
        return send(request("GET", path, null, null)).statusCode();
    }

    private JsonNode expect(HttpRequest request, int status) {
        HttpResponse<String> answer = patiently(request);
        assertThat(answer.statusCode()).as(request.uri() + " " + answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** As a person does: what is busy is asked again, under the same key. */
    private HttpResponse<String> patiently(HttpRequest request) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer = sendOrNull(request);
            if (!isBusy(answer) || System.nanoTime() > until) {
                assertThat(answer).as(request.uri() + " was never answered").isNotNull();
                return answer;
            }
            Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        }
    }

    private static boolean isBusy(@Nullable HttpResponse<String> answer) {
        return answer == null || answer.statusCode() >= 502 && answer.statusCode() <= 504;
    }

    private @Nullable HttpResponse<String> sendOrNull(HttpRequest request) {
        try {
            return send(request);
        } catch (UncheckedIOException unreachable) {
            return null;
        }
    }

    private HttpRequest request(String method, String path, @Nullable String body, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "en");
        identity.forEach(request::header);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return request.method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
