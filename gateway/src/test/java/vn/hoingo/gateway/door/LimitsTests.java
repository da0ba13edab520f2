package vn.hoingo.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import vn.hoingo.gateway.TestSettings;

class LimitsTests {

    @Test
    void onePlaceIsStoppedAndTheNextIsNot() {
        Limits limits = new Limits(TestSettings.withLimits(3, 100, 100), TestAnswers.answers());

        assertThat(passed(limits, 5, "/desk", "192.0.2.1")).isEqualTo(3);
        assertThat(passed(limits, 5, "/desk", "192.0.2.2")).isEqualTo(3);
    }

    @Test
    void onePersonalLinkIsStoppedWhateverFollowsIt() {
        Limits limits = new Limits(TestSettings.withLimits(100, 100, 2), TestAnswers.answers());

        assertThat(passed(limits, 1, "/rsvp/abc", "192.0.2.1")).isEqualTo(1);
        assertThat(passed(limits, 2, "/rsvp/abc/answer", "192.0.2.2")).isEqualTo(1);
        assertThat(passed(limits, 1, "/rsvp/def", "192.0.2.1")).isEqualTo(1);
    }

    @Test
    void onePersonIsStoppedFromAnyPlace() {
        Limits limits = new Limits(TestSettings.withLimits(100, 2, 100), TestAnswers.answers());
        WebFilter ofPrincipals = limits.ofPrincipals();

        assertThat(status(ofPrincipals, "/desk", "192.0.2.1", "lan")).isNull();
        assertThat(status(ofPrincipals, "/desk", "192.0.2.2", "lan")).isNull();
        assertThat(status(ofPrincipals, "/desk", "192.0.2.3", "lan")).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(status(ofPrincipals, "/desk", "192.0.2.3", "minh")).isNull();
        assertThat(status(ofPrincipals, "/desk", "192.0.2.3", null)).isNull();
    }

    @Test
    void whoIsStoppedHearsWhenToTryAgain() {
        Limits limits = new Limits(TestSettings.withLimits(1, 1, 1), TestAnswers.answers());
        passed(limits, 1, "/api/events", "192.0.2.1");

        MockServerWebExchange exchange = exchange("/api/events", "192.0.2.1");
        limits.filter(exchange, further -> Mono.empty()).block();

        assertThat(Integer.parseInt(exchange.getResponse().getHeaders().getFirst("Retry-After")))
                .isBetween(1, 60);
        assertThat(exchange.getResponse().getBodyAsString().block())
                .contains("/problems/too-many-requests", "\"status\":429");
    }

    private static long passed(WebFilter limits, int times, String path, String address) {
        long passed = 0;
        for (int i = 0; i < times; i++) {
            passed += status(limits, path, address, null) == null ? 1 : 0;
        }
        return passed;
    }

    private static @Nullable Object status(WebFilter limits, String path, String address, @Nullable String who) {
        MockServerWebExchange exchange = exchange(path, address);
        ServerWebExchange known = who == null
                ? exchange
                : exchange.mutate().principal(Mono.<Principal>just(() -> who)).build();
        limits.filter(known, further -> Mono.empty()).block();
        return exchange.getResponse().getStatusCode();
    }

    private static MockServerWebExchange exchange(String path, String address) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.get(path).remoteAddress(new InetSocketAddress(address, 4711)));
    }
}
