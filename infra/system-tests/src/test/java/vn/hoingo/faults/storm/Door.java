package vn.hoingo.faults.storm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.faults.history.Chronicle;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Asked;
import vn.hoingo.journeys.RunningSystem;

/** The gateway, as the demo's script meets it in a storm: every try is written down, and what has no answer is asked again. */
public final class Door {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final RunningSystem system;
    private final Chronicle chronicle;
    private final LongAdder asked = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private volatile String token = "";

    public Door(RunningSystem system, Chronicle chronicle) {
        this.system = system;
        this.chronicle = chronicle;
    }

    /**
     * Has something done, under a key of its own, and now and then says it once more under the same key.
     *
     * @param promised the fact that a yes means; null when it means none
     * @return what came of it; null when it was refused or never answered
     */
    @Nullable
    JsonNode command(String client, RandomGenerator random, String path, String body, @Nullable String promised) {
        String key = "storm-" + History.digest((client + random.nextLong()).getBytes(StandardCharsets.UTF_8));
        String trace =
                "00-%016x%016x-%016x-01".formatted(random.nextLong() | 1, random.nextLong() | 1, random.nextLong() | 1);
        JsonNode answer = tried(client, "POST", path, body, key, trace, promised, null);
        if (random.nextInt(5) == 0) {
            JsonNode again = tried(client, "POST", path, body, key, trace, promised, null);
            return answer == null ? again : answer;
        }
        return answer;
    }

    /** As a browser does: has something done under this key, and says it again under it until there is an answer. */
    public @Nullable JsonNode command(
            String client, String key, String trace, String path, String body, @Nullable String promised) {
        return tried(client, "POST", path, body, key, trace, promised, null);
    }

    /** An edit on the version that was seen. */
    public @Nullable JsonNode edit(String client, String path, String body, long version) {
        String key = path + "@" + version;
        return tried(client, "PUT", path, body, key, "", null, version);
    }

    private @Nullable JsonNode tried(
            String client,
            String method,
            String path,
            String body,
            String key,
            String trace,
            @Nullable String promised,
            @Nullable Long version) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
            if (version == null) {
                request.header("Idempotency-Key", key).header("traceparent", trace);
            } else {
                request.header("If-Match", "\"" + version + "\"");
            }
            Instant begun = Instant.now();
            HttpResponse<String> answer = send(request.build());
            JsonNode said = answer == null ? null : json(answer.body());
            int status = answer == null ? 0 : answer.statusCode();
            asked.increment();
            chronicle.write(new Asked(
                    client,
                    key,
                    method + " " + path,
                    promised,
                    trace,
                    begun,
                    Instant.now(),
                    status,
                    said == null || !said.path("id").isString()
                            ? null
                            : said.path("id").asString(),
                    said == null ? 0 : said.path("version").asLong(0)));
            if (status >= 200 && status < 300) {
                return said;
            }
            if (status == 401) {
                signIn();
            } else if (status > 0 && status < 500 && status != 429 && status != 408) {
                refused.increment();
                return null;
            } else {
                unanswered.increment();
                rest(PAUSE);
            }
        }
        return null;
    }

    /** What is there; null when nobody says. */
    public @Nullable JsonNode look(String path) {
        for (int tries = 0; tries < 100; tries++) {
            HttpResponse<String> answer = send(request(path).GET().build());
            if (answer != null && answer.statusCode() == 200) {
                return json(answer.body());
            }
            if (answer != null && answer.statusCode() == 401) {
                signIn();
            } else if (answer != null && answer.statusCode() < 500 && answer.statusCode() != 429) {
                return null;
            } else {
                rest(PAUSE);
            }
        }
        return null;
    }

    /** One try without a trace in the history; null when it was not answered by a yes. */
    @Nullable
    JsonNode once(String method, String path, String body) {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
        if (answer != null && answer.statusCode() == 401) {
            signIn();
        }
        return answer == null || answer.statusCode() / 100 != 2 ? null : json(answer.body());
    }

    /** A request in the script's name. */
    HttpRequest.Builder request(String path) {
        if (token.isEmpty()) {
            signIn();
        }
        return HttpRequest.newBuilder(URI.create(system.url() + path))
                .timeout(ANSWER)
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token);
    }

    /** Gets a token, as long as it takes. */
    synchronized void signIn() {
        JsonNode client = system.demo().get("client");
        String basic = Base64.getEncoder()
                .encodeToString((client.get("id").asString() + ":"
                                + client.get("secret").asString())
                        .getBytes(StandardCharsets.UTF_8));
        until(PATIENCE, () -> {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(system.url() + "/oauth2/token"))
                    .timeout(ANSWER)
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                    .build());
            JsonNode said = answer == null || answer.statusCode() != 200 ? null : json(answer.body());
            if (said != null) {
                token = said.get("access_token").asString();
            }
            return said != null;
        });
    }

    String summary() {
        return "%d tries, %d of them unanswered, %d refused".formatted(asked.sum(), unanswered.sum(), refused.sum());
    }

    private @Nullable HttpResponse<String> send(HttpRequest request) {
        try {
            return system.http().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException unreachable) {
            return null;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static @Nullable JsonNode json(String body) {
        try {
            return body.isEmpty()
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(body);
        } catch (JacksonException cutOff) {
            return null;
        }
    }

    public static boolean until(Duration patience, BooleanSupplier isSo) {
        long until = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            rest(PAUSE);
        }
        return true;
    }

    public static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
