package vn.hoingo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.identity.link.RecordingMail;
import vn.hoingo.messaging.test.BackingServices;

/** Identity as a whole, with a real store. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "HOINGO_PUBLIC_URL=http://localhost:8080",
            "HOINGO_GATEWAY_SECRET=gateway-secret",
            "HOINGO_CLIENT_SECRETS={\"events\": \"events-secret\"}",
            "HOINGO_DEMO=true",
            "HOINGO_DEMO_ACCOUNTS=src/test/resources/demo.json"
        })
@Import({BackingServices.class, IdentityIT.Mail.class})
class IdentityIT {

    private static final String CALLBACK = "http://localhost:8080/login/oauth2/code/hoingo";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private RecordingMail mail;

    @Autowired
    private MongoOperations mongo;

    private Browser browser;

    @BeforeEach
    void aNewBrowser() {
        browser = new Browser(port);
        mail.taken().clear();
    }

    @Nested
    class SigningIn {

        @Test
        void aPersonSignsInByPasswordAndTheGatewayGetsItsTokens() {
            JsonNode tokens = exchange(signIn("lan@hoingo.example", "lan-demo-2026"));

            JsonNode claims = claims(tokens.get("access_token").asString());
            assertThat(claims.get("iss").asString()).isEqualTo("http://localhost:8080");
            assertThat(claims.get("aud").asString()).isEqualTo("hoingo");
            assertThat(claims.get("name").asString()).isEqualTo("Nguyễn Thị Lan");
            assertThat(claims.get("locale").asString()).isEqualTo("vi");
            assertThat(claims.get("roles").valueStream().map(JsonNode::asString))
                    .containsExactly("organiser");
            assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(600);
            assertThat(claims(tokens.get("id_token").asString()).get("aud").asString())
                    .isEqualTo("gateway");
        }

        @Test
        void whoIsSignedInIsNotAskedAgain() {
            signIn("lan@hoingo.example", "lan-demo-2026");

            assertThat(Browser.location(browser.open(authorize()))).startsWith(CALLBACK + "?code=");
        }

        @Test
        void aWrongPasswordIsToldOnThePageAndKeepsWhatWasTyped() {
            HttpResponse<String> page =
                    browser.submit("/identity/sign-in", Map.of("email", "lan@hoingo.example", "password", "wrong"));

            assertThat(page.statusCode()).isEqualTo(401);
            assertThat(page.body())
                    .contains("lan@hoingo.example", "role=\"alert\"")
                    .doesNotContain("value=\"wrong\"");
            assertThat(browser.cookies()).doesNotContainKey("__Host-identity");
        }

        @Test
        void aFormOfAnotherSiteIsRefused() {
            HttpResponse<String> refused = browser.submitFrom(
                    "https://evil.example",
                    "/identity/sign-in",
                    Map.of("email", "lan@hoingo.example", "password", "lan-demo-2026"));

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(browser.cookies()).doesNotContainKey("__Host-identity");
        }

        @ParameterizedTest
        @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example"})
        void nobodyIsSentElsewhere(String returnTo) {
            HttpResponse<String> response = browser.submit(
                    "/identity/sign-in",
                    Map.of("email", "lan@hoingo.example", "password", "lan-demo-2026", "returnTo", returnTo));

            assertThat(Browser.location(response)).isEqualTo("/");
        }

        @Test
        void thePageSpeaksBothLanguages() {
            assertThat(browser.open("/identity/sign-in").body()).contains("lang=\"vi\"", "Đăng nhập");
            assertThat(browser.open("/identity/sign-in?lang=en").body()).contains("lang=\"en\"", "Sign in");
            assertThat(browser.open("/identity/sign-in").body()).contains("lang=\"en\"");
        }

        @Test
        void signingOutEndsTheSignInAndTheGrant() {
            JsonNode tokens = exchange(signIn("lan@hoingo.example", "lan-demo-2026"));
            HttpResponse<String> out = browser.open("/connect/logout?"
                    + Browser.encoded(Map.of(
                            "id_token_hint",
                            tokens.get("id_token").asString(),
                            "post_logout_redirect_uri",
                            "http://localhost:8080/")));

            assertThat(Browser.location(out)).isEqualTo("http://localhost:8080/");
            assertThat(Browser.location(browser.open(authorize()))).startsWith("/identity/sign-in?");
            assertThat(refresh(tokens).statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class Tokens {

        @Test
        void aCodeIsGoodForOneUse() {
            String code = signIn("lan@hoingo.example", "lan-demo-2026");

            assertThat(atOnce(() -> token(Map.of(
                            "grant_type", "authorization_code",
                            "code", code,
                            "redirect_uri", CALLBACK,
                            "code_verifier", VERIFIER))))
                    .containsOnlyOnce(200);
        }

        @Test
        void aCodeWithoutItsVerifierIsGoodForNothing() {
            String code = signIn("lan@hoingo.example", "lan-demo-2026");

            HttpResponse<String> refused = token(Map.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    code,
                    "redirect_uri",
                    CALLBACK,
                    "code_verifier",
                    VERIFIER + "x"));

            assertThat(refused.statusCode()).isEqualTo(400);
        }

        @Test
        void aRefreshTokenIsGoodForOneUseAndTheNewOneForTheNext() {
            JsonNode first = exchange(signIn("lan@hoingo.example", "lan-demo-2026"));
            HttpResponse<String> second = refresh(first);

            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(refresh(first).statusCode()).isEqualTo(400);
            JsonNode latest = JsonMapper.shared().readTree(second.body());
            assertThat(atOnce(() -> refresh(latest))).containsOnlyOnce(200);
        }

        @Test
        void noTokenLiesInTheStore() {
            JsonNode tokens = exchange(signIn("lan@hoingo.example", "lan-demo-2026"));

            String stored = mongo.findAll(Map.class, "authorizations").toString();
            assertThat(stored)
                    .doesNotContain(tokens.get("refresh_token").asString())
                    .doesNotContain(tokens.get("access_token").asString())
                    .doesNotContain(tokens.get("id_token").asString());
        }

        @Test
        void oneKeyIsMadeAndKept() {
            get("/oauth2/jwks", null);

            assertThat(mongo.findAll(Map.class, "signing-keys")).hasSize(1);
            assertThat(get("/oauth2/jwks", null).body()).contains("\"kid\"").doesNotContain("\"d\"");
        }

        @Test
        void aServiceGetsATokenForItself() {
            assertThat(claims(accessToken("events", "events-secret"))
                            .get("roles")
                            .get(0)
                            .asString())
                    .isEqualTo("service");
            assertThat(clientToken("events", "wrong").statusCode()).isEqualTo(401);
        }
    }

    @Nested
    class Links {

        @Test
        void anInvitedPartnerComesInByTheLinkAndGoesWhereItLeads() {
            assertThat(invite("kim@busan.example", "k1").statusCode()).isEqualTo(201);
            String token = mailedToken();

            assertThat(browser.open("/identity/link?token=" + token).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> opened = browser.submit("/identity/link", Map.of("token", token));

            assertThat(Browser.location(opened)).isEqualTo("/sign-in?returnTo=%2Fregistration%2F1");
            JsonNode claims = claims(exchange(code()).get("access_token").asString());
            assertThat(claims.get("partner").asString()).isEqualTo("01980000-0000-7000-8000-000000000001");
            assertThat(claims.get("locale").asString()).isEqualTo("en");
        }

        @Test
        void ofManyWhoOpenALinkAtOnceOneGetsIn() {
            invite("park@busan.example", "k2");
            String token = mailedToken();

            assertThat(atOnce(() -> new Browser(port).submit("/identity/link", Map.of("token", token))))
                    .containsOnlyOnce(302)
                    .allMatch(status -> status == 302 || status == 410);
            assertThat(browser.open("/identity/link?token=" + token).statusCode())
                    .isEqualTo(410);
        }

        @Test
        void aWrongLinkHasAPageOfItsOwn() {
            HttpResponse<String> page = browser.open("/identity/link?token=wrong");

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("Liên kết này không đúng");
        }

        @Test
        void theAnswerDoesNotTellWhetherAnAddressIsKnown() {
            HttpResponse<String> known = browser.submit("/identity/links", Map.of("email", "lan@hoingo.example"));
            HttpResponse<String> unknown = browser.submit("/identity/links", Map.of("email", "no@hoingo.example"));

            assertThat(Browser.location(known)).isEqualTo(Browser.location(unknown));
            await().until(() -> mail.taken().size() == 1);
        }

        @Test
        void aRepeatedInvitationIsTheSameAndAnotherOneWithItsKeyIsRefused() {
            HttpResponse<String> first = invite("choi@busan.example", "k3");
            HttpResponse<String> again = invite("choi@busan.example", "k3");

            assertThat(Browser.location(again)).isEqualTo(Browser.location(first));
            assertThat(invite("other@busan.example", "k3").statusCode()).isEqualTo(422);
        }

        @Test
        void controlCharactersInAnAddressAreRefusedByName() {
            HttpResponse<String> refused = invite("kim@busan.example\\r\\nBcc: x@y.example", "k4");

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/problem+json");
            JsonNode error =
                    JsonMapper.shared().readTree(refused.body()).get("errors").get(0);
            assertThat(error.get("pointer").asString()).isEqualTo("/email");
        }

        @Test
        void aFieldThatNobodyKnowsIsRefused() {
            assertThat(post("/api/identity/invitations", script(), "{\"$where\": 1}", "k5")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Nested
    class Accounts {

        @Test
        void everyoneSeesTheirOwnAccount() {
            JsonNode me = json(get("/api/identity/me", lan()));

            assertThat(me.get("email").asString()).isEqualTo("lan@hoingo.example");
            assertThat(me.get("roles").get(0).asString()).isEqualTo("organiser");
        }

        @Test
        void colleaguesSeeNamesButNoAddresses() {
            String id = json(get("/api/identity/me", lan())).get("id").asString();

            HttpResponse<String> one = get("/api/identity/accounts/" + id, script());
            HttpResponse<String> some = get("/api/identity/accounts?ids=" + id, script());
            assertThat(one.body()).contains("Nguyễn Thị Lan").doesNotContain("@");
            assertThat(json(some).get("items").get(0)).isEqualTo(json(one));
        }

        @Test
        void theListIsReadPageByPage() {
            JsonNode first = json(get("/api/identity/accounts?limit=1", script()));
            JsonNode second = json(get(
                    "/api/identity/accounts?limit=1&after=" + first.get("next").asString(), script()));

            assertThat(first.get("items")).hasSize(1);
            assertThat(second.get("items").get(0))
                    .isNotEqualTo(first.get("items").get(0));
        }

        @ParameterizedTest
        @ValueSource(strings = {"?limit=0", "?limit=100000"})
        void anUnreasonablePageIsRefused(String query) {
            assertThat(get("/api/identity/accounts" + query, script()).statusCode())
                    .isEqualTo(422);
        }

        @Test
        void partnersSeeNobodyElse() {
            invite("lee@busan.example", "k6");
            browser.submit("/identity/link", Map.of("token", mailedToken()));
            String partner = exchange(code()).get("access_token").asString();

            assertThat(get("/api/identity/me", partner).statusCode()).isEqualTo(200);
            assertThat(get("/api/identity/accounts", partner).statusCode()).isEqualTo(403);
            assertThat(post("/api/identity/invitations", partner, "{}", "k7").statusCode())
                    .isEqualTo(403);
        }

        @Test
        void aColleagueIsInvitedEntersByTheLinkAndIsGivenOtherRoles() {
            String body = """
                    {"email": "quyen@colleagues.example", "name": "Đặng Quyên", "roles": ["dispatcher"], "locale": "vi",
                     "returnTo": "/desk"}
                    """;
            String lan = lan();
            browser = new Browser(port);
            assertThat(post("/api/identity/invitations", lan, body, "colleague-1")
                            .statusCode())
                    .isEqualTo(201);
            String mailed = mailedToken();
            browser.submit("/identity/link", Map.of("token", mailed));
            JsonNode tokens = exchange(code());
            JsonNode quyen =
                    json(get("/api/identity/me", tokens.get("access_token").asString()));
            assertThat(quyen.get("roles").toString()).isEqualTo("[\"dispatcher\"]");

            String path = "/api/identity/colleagues/" + quyen.get("id").asString();
            String token = tokens.get("access_token").asString();
            assertThat(put(path, token, "{\"roles\": [\"organiser\"], \"closed\": false}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(put(path, lan, "{\"roles\": [\"partner\"], \"closed\": false}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(json(put(path, lan, "{\"roles\": [\"auditor\"], \"closed\": true}"))
                            .get("closed")
                            .asBoolean())
                    .isTrue();
            assertThat(get("/api/identity/colleagues", lan).body()).contains("Đặng Quyên");
            assertThat(refresh(tokens).statusCode()).isEqualTo(400);
        }

        @Test
        void onlyAnOrganiserGivesRoles() {
            String body = "{\"email\": \"x@hoingo.example\", \"name\": \"X\", \"roles\": [\"organiser\"],"
                    + " \"locale\": \"vi\", \"returnTo\": \"/desk\"}";

            assertThat(post("/api/identity/invitations", accessToken("events", "events-secret"), body, "k21")
                            .statusCode())
                    .isEqualTo(403);
        }

        @Test
        void withoutATokenNothingIsSeen() {
            HttpResponse<String> refused = get("/api/identity/me", null);

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(json(refused).get("type").asString()).isEqualTo("/problems/unauthenticated");
        }

        @Test
        void anIdTokenIsNoAccessToken() {
            String idToken = exchange(signIn("lan@hoingo.example", "lan-demo-2026"))
                    .get("id_token")
                    .asString();

            assertThat(get("/api/identity/me", idToken).statusCode()).isEqualTo(401);
        }

        private String lan() {
            return exchange(signIn("lan@hoingo.example", "lan-demo-2026"))
                    .get("access_token")
                    .asString();
        }
    }

    private String signIn(String email, String password) {
        String door = Browser.location(browser.open(authorize()));
        String returnTo = UriComponentsBuilder.fromUriString(door)
                .build()
                .getQueryParams()
                .getFirst("returnTo");
        HttpResponse<String> signedIn = browser.submit(
                "/identity/sign-in",
                Map.of(
                        "email", email,
                        "password", password,
                        "returnTo", java.net.URLDecoder.decode(String.valueOf(returnTo), StandardCharsets.UTF_8)));
        assertThat(Browser.location(signedIn)).startsWith("/oauth2/authorize?");
        return code();
    }

    private String code() {
        String callback = Browser.location(browser.open(authorize()));
        return String.valueOf(UriComponentsBuilder.fromUriString(callback)
                .build()
                .getQueryParams()
                .getFirst("code"));
    }

    private static String authorize() {
        return "/oauth2/authorize?"
                + Browser.encoded(Map.of(
                        "response_type", "code",
                        "client_id", "gateway",
                        "scope", "openid profile",
                        "state", "state",
                        "redirect_uri", CALLBACK,
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256"));
    }

    private JsonNode exchange(String code) {
        return json(token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", VERIFIER)));
    }

    private HttpResponse<String> refresh(JsonNode tokens) {
        return token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.get("refresh_token").asString()));
    }

    private HttpResponse<String> token(Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("client_id", "gateway");
        all.put("client_secret", "gateway-secret");
        return send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Browser.encoded(all))));
    }

    private HttpResponse<String> clientToken(String id, String secret) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    private String accessToken(String id, String secret) {
        return json(clientToken(id, secret)).get("access_token").asString();
    }

    private String script() {
        return accessToken("demo-script", "demo-script-secret");
    }

    private HttpResponse<String> invite(String email, String key) {
        String body = """
                {"email": "%s", "name": "Kim Ji-woo", "partnerId": "01980000-0000-7000-8000-000000000001",
                 "locale": "en", "returnTo": "/registration/1"}
                """.formatted(email);
        return post("/api/identity/invitations", script(), body, key);
    }

    private String mailedToken() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !mail.taken().isEmpty());
        return RecordingMail.token(mail.taken().getLast());
    }

    private HttpResponse<String> get(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
        return send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> post(String path, String token, String body, String key) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> put(String path, String token, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<Integer> atOnce(Callable<HttpResponse<String>> act) {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            return people.invokeAll(IntStream.range(0, 8).mapToObj(i -> act).toList()).stream()
                    .map(answer -> answer.resultNow().statusCode())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Mail {

        @Bean
        @Primary
        RecordingMail recordingMail() {
            return new RecordingMail();
        }
    }
}
