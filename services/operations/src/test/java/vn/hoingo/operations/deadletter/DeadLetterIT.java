package vn.hoingo.operations.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.local.Ports;
import vn.hoingo.messaging.test.BackingServices;
import vn.hoingo.operations.Announced;
import vn.hoingo.operations.TestTokens;

/** A message that our own consumer of names cannot read goes the whole way: dead letter, alert, replay, discard. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import({BackingServices.class, TestTokens.class})
class DeadLetterIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Announced ANNOUNCED = new Announced();
    private static final int PORT = Ports.freeBlock(1);
    private static final HttpServer TOKENS = tokens();
    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("HOINGO_OPERATIONS_URL", () -> "http://localhost:" + PORT);
        registry.add("HOINGO_EVENTS_URL", () -> "http://localhost:1");
        registry.add(
                "HOINGO_TOKEN_URL",
                () -> "http://localhost:" + TOKENS.getAddress().getPort() + "/oauth2/token");
        registry.add("HOINGO_CLIENT_SECRET", () -> "of a test");
    }

    @AfterAll
    static void close() {
        ANNOUNCED.close();
        TOKENS.stop(0);
    }

    @Test
    void aStuckMessageIsSeenReplayedAndGivenUp() throws Exception {
        UUID partner = UUID.randomUUID();
        ANNOUNCED
                .fact("delegations.partner-registered.v1", partner, 1)
                .with("partnerId", partner)
                .with("name", "a name in no language")
                .announce();
        ANNOUNCED
                .fact("delegations.partner-changed.v1", partner, 2)
                .with("partnerId", partner)
                .with("name", Map.of("vi", "Thượng Hải", "en", "Shanghai"))
                .announce();

        await(() -> alertOf(partner).isPresent());
        await(() ->
                letterOf(partner).map(letter -> letter.path("behind").asInt()).orElse(0) == 1);
        JsonNode letter = letterOf(partner).orElseThrow();
        assertThat(letter.path("consumer").asString()).isEqualTo("operations.naming");
        assertThat(letter.at("/reasonWords/en").asString()).isEqualTo("unreadable");
        assertThat(get("/api/operations/dead-letters")
                        .path("unreachable")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("events")
                .doesNotContain("operations");
        String path = "/api/operations/dead-letters/" + letter.path("id").asString();
        assertThat(get(path).path("payload").asString()).contains("a name in no language");
        assertThat(get(path).at("/headers/ce_type").asString()).isEqualTo("delegations.partner-registered.v1");
        assertThat(get(path).at("/waiting/0/sentence/en").asString()).contains("Shanghai");
        assertThat(get(path).path("repairs")).isEmpty();
        assertThat(stuck()).isPositive();
        assertThat(alertOf(partner).orElseThrow().path("deadLetter")).isEqualTo(letter.path("id"));

        JsonNode replayed = post(path + "/replay", "{\"note\": \"thử lại\"}", 200);
        assertThat(get(path).at("/repairs/0/note").asString()).isEqualTo("thử lại");
        assertThat(replayed.path("waiting").asInt()).isEqualTo(2);
        assertThat(alertOf(partner).orElseThrow().path("state").asString()).isEqualTo("open");

        JsonNode discarded = post(path + "/discard", "{\"note\": \"tên sai, đã có bản sửa\"}", 200);
        assertThat(discarded.path("waiting").asInt()).isZero();
        assertThat(letterOf(partner)).isEmpty();
        JsonNode mended = alertOf(partner).orElseThrow();
        assertThat(mended.path("state").asString()).isEqualTo("mended");
        assertThat(mended.path("repairs").valueStream().map(repair -> repair.path("act")
                        .asString()))
                .containsExactly("replay", "discard");
        await(() -> types(mended.path("id").asString())
                .containsAll(List.of(
                        "operations.message-dead-lettered.v1",
                        "operations.message-replayed.v1",
                        "operations.message-discarded.v1")));
        await(() -> get("/api/operations/facts?partner=" + partner)
                .at("/items/0/sentence/en")
                .asString()
                .contains("Shanghai"));
        flowsBalance();
    }

    @Test
    void aRepairNeedsSomethingToRepairAndGivingUpANote() throws Exception {
        post("/api/operations/dead-letters/x/replay", "{}", 404);
        post("/api/operations/dead-letters/x/discard", "{\"note\": \"\"}", 422);
        post("/api/operations/dead-letters/x/discard", "{}", 422);
    }

    @Test
    void aLocalCopyIsMadeAnewWhileItsProgressIsShown() throws Exception {
        assertThat(get("/api/operations/copies")
                        .path("unreachable")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("events");

        post("/api/operations/copies/operations/known_names/rebuild", "", 200);

        await(() -> get("/api/operations/copies")
                .path("items")
                .valueStream()
                .anyMatch(copy -> copy.path("copy").asString().equals("known_names")
                        && copy.path("state").asString().equals("rebuilt")
                        && copy.path("behind").asLong() == 0));
        post("/api/operations/copies/operations/known_nothing/rebuild", "", 404);
    }

    private void flowsBalance() throws Exception {
        JsonNode operations = flow();
        assertThat(stuck()).isZero();
        assertThat(operations.path("reachable").asBoolean()).isTrue();
        assertThat(operations.path("difference").asInt()).isZero();
        assertThat(operations.path("deadLettered").asInt()).isPositive();
        assertThat(operations.path("consumers").valueStream().map(consumer -> consumer.path("consumer")
                        .asString()))
                .contains("operations.naming", "operations.timeline", "operations.deadletter");
    }

    private long stuck() throws Exception {
        return flow().path("stuck").asLong();
    }

    private JsonNode flow() throws Exception {
        return get("/api/operations/flows")
                .path("services")
                .valueStream()
                .filter(service -> service.path("service").asString().equals("operations"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> types(String alert) throws Exception {
        return get("/api/operations/facts?type=operations.")
                .path("items")
                .valueStream()
                .filter(fact -> fact.path("subject").asString().equals(alert))
                .map(fact -> fact.path("type").asString())
                .toList();
    }

    private Optional<JsonNode> alertOf(UUID key) throws Exception {
        return of(get("/api/operations/alerts"), key);
    }

    private Optional<JsonNode> letterOf(UUID key) throws Exception {
        return of(get("/api/operations/dead-letters"), key);
    }

    private static Optional<JsonNode> of(JsonNode page, UUID key) {
        return page.path("items")
                .valueStream()
                .filter(item -> item.path("key").asString("").equals(key.toString()))
                .findFirst();
    }

    private JsonNode get(String path) throws Exception {
        return send(request(path).GET().build(), 200);
    }

    private JsonNode post(String path, String body, int status) throws Exception {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                status);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
                .header("Authorization", "Bearer operations-watcher");
    }

    private JsonNode send(HttpRequest request, int status) throws Exception {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("it came in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    /** Gives everybody the token of a service. */
    private static HttpServer tokens() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/oauth2/token", exchange -> {
                byte[] token = "{\"access_token\": \"service\", \"token_type\": \"Bearer\", \"expires_in\": 3600}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, token.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(token);
                }
            });
            server.start();
            return server;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
