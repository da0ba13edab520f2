package vn.hoingo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The door as a stranger and a script find it. No store is needed for that, and none is there. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "HOINGO_PUBLIC_URL=http://localhost:8080",
            "HOINGO_GATEWAY_SECRET=secret",
            "spring.mongodb.uri=mongodb://localhost:1/gateway?serverSelectionTimeoutMS=200"
        })
class GatewayApiTests {

    private static final Map<String, BehindTheDoor> SERVICES = new TreeMap<>();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        for (String name :
                new String[] {"events", "delegations", "invitations", "logistics", "operations", "identity", "portal"
                }) {
            BehindTheDoor service = SERVICES.computeIfAbsent(name, BehindTheDoor::new);
            registry.add("HOINGO_" + name.toUpperCase(java.util.Locale.ROOT) + "_URL", service::url);
        }
    }

    @Nested
    class Strangers {

        @ParameterizedTest
        @ValueSource(strings = {"/api/events", "/api/operations/stream", "/api/nothing"})
        void anApiTellsThemToSignIn(String path) {
            client().get()
                    .uri(path)
                    .header("Accept-Language", "en")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/unauthenticated")
                    .jsonPath("$.detail")
                    .isEqualTo("You need to sign in.");
        }

        @ParameterizedTest
        @CsvSource({
            "/, /sign-in?returnTo=%2F",
            "/desk?a=1&b=%20, /sign-in?returnTo=%2Fdesk%3Fa%3D1%26b%3D%2520",
            "/api/docs, /sign-in?returnTo=%2Fapi%2Fdocs"
        })
        void aPageTakesThemToTheSignInPageAndBack(String path, String signIn) {
            client().get()
                    .uri(java.net.URI.create("http://localhost:" + port + path))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.SEE_OTHER)
                    .expectHeader()
                    .location(signIn);
        }

        @Test
        void aFormThatComesTooLateLeadsBackToItsPage() {
            client().post()
                    .uri("/registration/1/members")
                    .header("Referer", "http://localhost:8080/registration/1?step=2")
                    .exchange()
                    .expectHeader()
                    .location("/sign-in?returnTo=%2Fregistration%2F1%3Fstep%3D2");
            client().post()
                    .uri("/registration/1/members")
                    .header("HX-Request", "true")
                    .header("HX-Current-URL", "http://localhost:8080/registration/1?step=2")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueEquals("HX-Redirect", "/sign-in?returnTo=%2Fregistration%2F1%3Fstep%3D2");
        }

        @Test
        void signingInBeginsAtTheProviderWithProofOfPossession() {
            client().get()
                    .uri("/sign-in?returnTo=/desk")
                    .exchange()
                    .expectStatus()
                    .is3xxRedirection()
                    .expectHeader()
                    .value("Location", location -> assertThat(location)
                            .startsWith("http://localhost:8080/oauth2/authorize?")
                            .contains("code_challenge_method=S256", "nonce=", "state="))
                    .expectHeader()
                    .value("Set-Cookie", cookie -> assertThat(cookie)
                            .startsWith("__Host-hoingo-begun-")
                            .contains("Secure", "SameSite=Lax", "Path=/")
                            .containsIgnoringCase("HttpOnly"));
        }

        @ParameterizedTest
        @CsvSource({
            "/rsvp/abc, portal",
            "/api/invitations/answers/abc, invitations",
            "/assets/portal.css, portal",
            "/webjars/htmx.org/htmx.min.js, portal",
            "/favicon.ico, portal",
            "/language, portal",
            "/identity/sign-in, identity",
            "/identity/assets/identity.css, identity",
            "/oauth2/jwks, identity",
            "/oauth2/authorize, identity",
            "/.well-known/openid-configuration, identity"
        })
        void whatIsOpenIsOpen(String path, String service) {
            client().get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .doesNotExist("Set-Cookie")
                    .expectBody(String.class)
                    .value(said -> assertThat(said).startsWith(service + " GET " + path + " "));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/actuator", "/actuator/gateway/routes", "/actuator/env"})
        void nothingOfOurInsidesIsShown(String path) {
            client().get().uri(path).exchange().expectStatus().isEqualTo(HttpStatus.SEE_OTHER);
        }
    }

    @Nested
    class Scripts {

        @ParameterizedTest
        @CsvSource({
            "/api/events, events",
            "/api/events/1/activities, events",
            "/api/delegations/partners, delegations",
            "/api/invitations, invitations",
            "/api/logistics/diaries, logistics",
            "/api/operations/timeline, operations",
            "/api/identity/me, identity",
            "/userinfo, identity",
            "/desk, portal"
        })
        void everyWayLeadsToItsServiceWithTheTokenUnchanged(String path, String service) {
            client().get()
                    .uri(path)
                    .header("Authorization", "Bearer of.a.script")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .doesNotExist("Set-Cookie")
                    .expectBody(String.class)
                    .value(said -> assertThat(said)
                            .startsWith(service + " GET " + path + " ")
                            .contains("token=Bearer of.a.script"));
        }

        @Test
        void aBodyArrivesWhole() {
            client().post()
                    .uri("/api/events")
                    .header("Authorization", "Bearer of.a.script")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .bodyValue("name=H%E1%BB%99i")
                    .exchange()
                    .expectBody(String.class)
                    .value(said -> assertThat(said).endsWith("body=name=H%E1%BB%99i"));
        }

        @Test
        void servicesHearWhereSomebodyReallyIsAndSeeNoCookieOfTheDoor() {
            client().get()
                    .uri("/api/events")
                    .header("Authorization", "Bearer of.a.script")
                    .header("X-Forwarded-For", "203.0.113.66")
                    .header("Cookie", "__Host-hoingo=secret; lang=en; __Host-identity=secret")
                    .exchange()
                    .expectBody(String.class)
                    .value(said -> assertThat(said)
                            .contains("cookie=lang=en host=localhost:" + port)
                            .doesNotContain("203.0.113.66", "secret"));
        }

        @Test
        void aStreamArrivesWhileItIsStillOpen() {
            String first = client().get()
                    .uri("/api/operations/stream")
                    .header("Authorization", "Bearer of.a.script")
                    .accept(MediaType.TEXT_EVENT_STREAM)
                    .exchange()
                    .returnResult(String.class)
                    .getResponseBody()
                    .blockFirst(Duration.ofSeconds(5));

            assertThat(first).isEqualTo("first");
        }
    }

    @Nested
    class Troubles {

        @Test
        void whatAnnouncesItselfAsTooLargeIsNotRead() {
            client().post()
                    .uri("/api/events")
                    .header("Authorization", "Bearer of.a.script")
                    .bodyValue(new byte[13 * 1024 * 1024])
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.CONTENT_TOO_LARGE)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/too-large");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"//evil.example", "/api/events/..;/actuator", "/api/events%2f", "/rsvp/%00", "/a/../desk"})
        void anAddressWithTricksInItGoesNowhereAndIsAnsweredLikeAnyRefusal(String path) {
            client().get()
                    .uri(java.net.URI.create("http://localhost:" + port + path))
                    .header("Accept-Language", "en")
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .valueEquals("X-Frame-Options", "DENY")
                    .expectBody()
                    .jsonPath("$.detail")
                    .isEqualTo("The request cannot be read.");
        }

        @Test
        void aStoreThatIsAwayIsToldToWhoComesWithASession() {
            client().get()
                    .uri("/api/events")
                    .header("Cookie", "__Host-hoingo=secret")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                    .expectHeader()
                    .valueEquals("Retry-After", "2");
        }

        @Test
        void theSystemIsWellOnlyWhenEveryServiceIs() {
            client().get()
                    .uri("/health")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.services.length()")
                    .isEqualTo(7);
            BehindTheDoor one = SERVICES.get("logistics");
            one.isReady(false);
            try {
                client().get()
                        .uri("/health")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                        .expectBody()
                        .jsonPath("$.services.logistics")
                        .isEqualTo("not ready")
                        .jsonPath("$.services.events")
                        .isEqualTo("ready");
            } finally {
                one.isReady(true);
            }
        }
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
