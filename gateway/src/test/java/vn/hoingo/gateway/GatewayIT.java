package vn.hoingo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoingo.messaging.test.BackingServices;

/** People at the door, with a real store and with a provider that is not ours. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"HOINGO_PUBLIC_URL=http://localhost:8080", "HOINGO_GATEWAY_SECRET=secret"})
@Import(BackingServices.class)
class GatewayIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final SmallProvider PROVIDER = new SmallProvider();
    private static final BehindTheDoor SERVICE = new BehindTheDoor("service");

    @LocalServerPort
    private int port;

    private final Map<String, String> cookies = new TreeMap<>();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        surroundings().forEach((name, value) -> registry.add(name, () -> value));
    }

    private static Map<String, String> surroundings() {
        return Map.of(
                "HOINGO_ISSUER", SmallProvider.ISSUER,
                "HOINGO_TOKEN_URL", PROVIDER.url("/token"),
                "HOINGO_JWKS_URL", PROVIDER.url("/jwks"),
                "HOINGO_EVENTS_URL", SERVICE.url(),
                "HOINGO_PORTAL_URL", SERVICE.url());
    }

    @BeforeEach
    @AfterEach
    void tokensLastTenMinutes() {
        PROVIDER.tokensLast(Duration.ofMinutes(10));
    }

    @Test
    void whoSignsInReturnsToWhereTheyWantedToGo() {
        String signIn = location(get("/desk?a=1"));
        assertThat(location(signInBy(signIn))).isEqualTo("/desk?a=1");
        assertThat(get("/desk?a=1").body()).contains("token=Bearer access-");
        assertThat(cookies).containsOnlyKeys("__Host-hoingo");
    }

    @Test
    void theCookieIsForThisHostAlone() {
        String cookie = signInBy("/sign-in").headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("__Host-hoingo="))
                .findFirst()
                .orElseThrow();

        assertThat(cookie).contains("Path=/", "Secure", "SameSite=Lax").containsIgnoringCase("HttpOnly");
        assertThat(cookie).doesNotContain("Domain");
    }

    @Test
    void everySignInHasANewSecretAndEndsTheOneBefore() {
        signInBy("/sign-in");
        Map<String, String> before = new TreeMap<>(cookies);
        signInBy("/sign-in");

        assertThat(cookies.get("__Host-hoingo")).isNotEqualTo(before.get("__Host-hoingo"));
        assertThat(get("/api/events").statusCode()).isEqualTo(200);
        cookies.putAll(before);
        assertThat(get("/api/events").statusCode()).isEqualTo(401);
    }

    @Test
    void severalTabsSignInSideBySide() {
        String first = location(get("/sign-in?returnTo=/first"));
        String second = location(get("/sign-in?returnTo=/second"));

        assertThat(location(comeBack(second))).isEqualTo("/second");
        assertThat(location(comeBack(first))).isEqualTo("/first");
    }

    @Test
    void whatBeganInAnotherBrowserBeginsOnceMoreAndNotForEver() {
        String begun = location(get("/sign-in?returnTo=/desk"));
        cookies.clear();

        assertThat(location(comeBack(begun))).isEqualTo("/sign-in");
        assertThat(comeBack(begun).statusCode()).isEqualTo(400);
    }

    @Test
    void anExpiredTokenIsRenewedOnceForAllWhoNeedIt() throws Exception {
        PROVIDER.tokensLast(Duration.ofSeconds(1));
        signInBy("/sign-in");
        PROVIDER.tokensLast(Duration.ofMinutes(10));
        int before = PROVIDER.refreshes();

        try (ExecutorService page = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> parts = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> get("/api/events").statusCode(), page))
                    .toList();
            assertThat(parts).allMatch(part -> part.join() == 200);
        }
        assertThat(PROVIDER.refreshes() - before).isEqualTo(1);
    }

    @Test
    void whomTheProviderForgotSignsInAgain() {
        PROVIDER.tokensLast(Duration.ofSeconds(1));
        signInBy("/sign-in");
        PROVIDER.forgetsEverybody();

        assertThat(get("/api/events").statusCode()).isEqualTo(401);
        assertThat(location(get("/desk"))).isEqualTo("/sign-in?returnTo=%2Fdesk");
    }

    @Test
    void signingOutEndsTheSessionForEverybodyWhoHasItsSecret() {
        signInBy("/sign-in");
        Map<String, String> stolen = new TreeMap<>(cookies);

        HttpResponse<String> out = send(
                request("/sign-out").header("Origin", "http://localhost:8080").POST(BodyPublishers.noBody()));

        assertThat(location(out)).startsWith("http://localhost:8080/connect/logout?id_token_hint=");
        assertThat(cookies).isEmpty();
        cookies.putAll(stolen);
        assertThat(get("/api/events").statusCode()).isEqualTo(401);
    }

    @Test
    void aLiveStreamEndsSoonAfterItsSession() throws Exception {
        signInBy("/sign-in");
        HttpRequest.Builder stream = request("/api/events/stream").GET();
        cookies.forEach((name, value) -> stream.header("Cookie", name + "=" + value));
        CompletableFuture<HttpResponse<String>> listening = HTTP.sendAsync(stream.build(), BodyHandlers.ofString());

        send(request("/sign-out").header("Origin", "http://localhost:8080").POST(BodyPublishers.noBody()));

        assertThat(listening.handle((heard, broken) -> "over").get(20, TimeUnit.SECONDS))
                .isEqualTo("over");
    }

    @Test
    void anotherSiteSignsNobodyOut() {
        signInBy("/sign-in");

        HttpResponse<String> refused = send(
                request("/sign-out").header("Origin", "https://evil.example").POST(BodyPublishers.noBody()));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(get("/api/events").statusCode()).isEqualTo(200);
    }

    @Test
    void aScriptsOwnTokenCountsAndTheSessionDoesNot() {
        signInBy("/sign-in");

        assertThat(send(request("/api/events")
                                .header("Authorization", "Bearer of.a.script")
                                .GET())
                        .body())
                .contains("token=Bearer of.a.script");
    }

    @Test
    void aSessionIsGoodAtEveryGatewayAndOutlivesEachOfThem(@Autowired Environment environment) {
        signInBy("/sign-in");
        String[] same = Stream.concat(
                        surroundings().entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()),
                        Stream.of(
                                "--spring.mongodb.uri=" + environment.getProperty("spring.mongodb.uri"),
                                "--HOINGO_GATEWAY_SECRET=secret",
                                "--HOINGO_PUBLIC_URL=http://localhost:8080",
                                "--server.port=0"))
                .toArray(String[]::new);
        // Left open on purpose: closing one gateway of a JVM would take the event loops of the other along.
        ConfigurableApplicationContext another = new SpringApplicationBuilder(GatewayApplication.class).run(same);
        port = another.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

        assertThat(get("/api/events").body()).contains("token=Bearer access-");
    }

    /** Follows the browser to the provider, which vouches at once, and back. */
    private HttpResponse<String> signInBy(String signIn) {
        return comeBack(location(get(signIn)));
    }

    private HttpResponse<String> comeBack(String authorize) {
        var asked = UriComponentsBuilder.fromUriString(authorize).build().getQueryParams();
        return get("/login/oauth2/code/hoingo?code=" + asked.getFirst("nonce") + "&state=" + asked.getFirst("state"));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keep(String setCookie) {
        String name = setCookie.substring(0, setCookie.indexOf('='));
        String value = setCookie.substring(name.length() + 1, setCookie.indexOf(';'));
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
