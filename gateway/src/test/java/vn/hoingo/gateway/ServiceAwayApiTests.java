package vn.hoingo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The door with nothing behind it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "HOINGO_GATEWAY_SECRET=secret",
            "HOINGO_EVENTS_URL=http://localhost:1",
            "HOINGO_PORTAL_URL=http://localhost:1",
            "hoingo.gateway.limits.link=1",
            "spring.mongodb.uri=mongodb://localhost:1/gateway?serverSelectionTimeoutMS=200"
        })
class ServiceAwayApiTests {

    @LocalServerPort
    private int port;

    @Test
    void aProgramHearsWhatIsWrongAndWhenToTryAgain() {
        client().get()
                .uri("/api/events")
                .header("Authorization", "Bearer of.a.script")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .valueEquals("Retry-After", "2")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unavailable");
    }

    @Test
    void aPersonReadsItInBothLanguages() {
        client().get()
                .uri("/rsvp/abc")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).contains("frame-ancestors 'none'"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody(String.class)
                .value(page -> assertThat(page)
                        .contains("đang tạm nghỉ", "away for a moment")
                        .doesNotContain("Exception", "localhost"));
    }

    @Test
    void aLinkThatIsTriedTooOftenIsStopped() {
        client().get().uri("/rsvp/guess").exchange();
        client().get()
                .uri("/rsvp/guess")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .exists("Retry-After");
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }
}
