package vn.hoingo.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import vn.hoingo.gateway.TestSettings;
import vn.hoingo.gateway.session.SessionCookie;

class OwnOriginTests {

    private final OwnOrigin filter = new OwnOrigin(TestSettings.withLimits(1, 1, 1), TestAnswers.answers());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, -",
                "same-origin, http://localhost:8080",
                "same-origin, null",
                "-, http://localhost:8080"
            })
    void aPageOfOursMayAct(@Nullable String site, @Nullable String origin) {
        assertThat(passes(HttpMethod.POST, true, site, origin)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "cross-site, -",
                "cross-site, http://localhost:8080",
                "same-site, http://localhost:8080",
                "none, http://localhost:8080",
                "'', http://localhost:8080",
                "-, -",
                "-, null",
                "-, https://evil.example",
                "-, http://localhost:8081",
                "-, https://localhost:8080",
                "-, http://localhost:8080.evil.example"
            })
    void anotherSiteMayNotActWithOurSession(@Nullable String site, @Nullable String origin) {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE", "QUERY"}) {
            assertThat(passes(HttpMethod.valueOf(method), true, site, origin)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void readingIsFree(String method) {
        assertThat(passes(HttpMethod.valueOf(method), true, "cross-site", "https://evil.example"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE"})
    void whoBringsNoSessionHasNothingToAbuse(String method) {
        assertThat(passes(HttpMethod.valueOf(method), false, null, null)).isTrue();
    }

    private boolean passes(HttpMethod method, boolean session, @Nullable String site, @Nullable String origin) {
        MockServerHttpRequest.BodyBuilder request = MockServerHttpRequest.method(method, "/api/events");
        if (session) {
            request.cookie(new HttpCookie(SessionCookie.NAME, "secret"));
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin);
        }
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        AtomicBoolean passed = new AtomicBoolean();
        filter.filter(exchange, further -> Mono.fromRunnable(() -> passed.set(true)))
                .block();
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(passed.get() ? null : HttpStatus.FORBIDDEN);
        return passed.get();
    }
}
