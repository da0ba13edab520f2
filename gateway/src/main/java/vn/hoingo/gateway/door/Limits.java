package vn.hoingo.gateway.door;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import vn.hoingo.gateway.GatewaySettings;

/**
 * How many requests a minute are too many: of one place, on one personal link, of one person. Generous, for a whole
 * delegation sits behind one address; every instance counts for itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
public class Limits implements WebFilter {

    private static final int REMEMBERED = 50_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final GatewaySettings.Limits limits;
    private final List<PathPattern> links;
    private final Answers answers;

    Limits(GatewaySettings settings, Answers answers) {
        this.limits = settings.limits();
        this.links = settings.links().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long wait = take("address:" + address(exchange), limits.address());
        String link = link(exchange.getRequest().getPath().pathWithinApplication());
        if (wait == 0 && link != null) {
            wait = take("link:" + link, limits.link());
        }
        return wait == 0 ? chain.filter(exchange) : refuse(exchange, wait);
    }

    /** For behind the sign-in: there it is known who asks. */
    public WebFilter ofPrincipals() {
        return (exchange, chain) -> exchange.getPrincipal()
                .map(who -> take("principal:" + who.getName(), limits.principal()))
                .defaultIfEmpty(0L)
                .flatMap(wait -> wait == 0 ? chain.filter(exchange) : refuse(exchange, wait));
    }

    private Mono<Void> refuse(ServerWebExchange exchange, long wait) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        return answers.problem(exchange, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", wait);
    }

    /** Seconds to wait, 0 when there is room. */
    private long take(String key, int perMinute) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(key, unused -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                    .build());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }

    private @Nullable String link(PathContainer path) {
        for (PathPattern pattern : links) {
            PathPattern.PathRemainingMatchInfo match = pattern.matchStartOfPath(path);
            if (match != null) {
                return match.getUriVariables().get("link"); // as it reads, however it was written
            }
        }
        return null;
    }

    private static String address(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? ""
                : remote.getAddress().getHostAddress();
    }
}
