package vn.hoingo.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway, as a script meets it: a token for its client, then JSON. What is told to come again later comes again later. */
final class ScriptDoor {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final String address;
    private final DemoFile.Client client;
    private String token = "";

    ScriptDoor(HttpClient http, String address, DemoFile.Client client) {
        this.http = http;
        this.address = address;
        this.client = client;
    }

    void signIn() {
        String credentials = Base64.getEncoder()
                .encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));
        JsonNode answer = send(request("/oauth2/token")
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        token = answer.path("access_token").asString();
    }

    /** @param key the Idempotency-Key: the same call made again creates nothing again */
    JsonNode post(String path, String key, Map<String, ?> body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en");
    }

    private JsonNode send(HttpRequest request) {
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                int status = response.statusCode();
                if (status / 100 == 2) {
                    return JSON.readTree(response.body());
                }
                boolean later = status == 429 || status == 503;
                if (!later || System.nanoTime() > end) {
                    throw new CannotStart(
                            ExitCode.FAILED,
                            "the demo was refused by " + request.uri().getPath() + ": " + status + " "
                                    + response.body());
                }
                Thread.sleep(Duration.ofSeconds(
                        response.headers().firstValueAsLong("Retry-After").orElse(1)));
            }
        } catch (IOException e) {
            throw new CannotStart(
                    ExitCode.FAILED, "the demo could not reach " + request.uri().getPath() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(ExitCode.FAILED, "interrupted while the demo was loaded", e);
        }
    }
}
