package vn.hoingo.gateway.session;

import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * An answer that goes on for long, as a live stream does, ends soon after its session. It stands around the filter that
 * writes the answer: the filters of a route are done when the answer begins.
 */
@Component
class EndsWithItsSession implements GlobalFilter, Ordered {

    private static final Duration LONG = Duration.ofSeconds(5);

    private final SessionCookie cookie;
    private final Sessions sessions;

    EndsWithItsSession(SessionCookie cookie, Sessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!SessionCookie.isCarriedBy(exchange)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange)
                .takeUntilOther(Mono.delay(LONG)
                        .flatMap(late -> cookie.session(exchange))
                        .flatMap(session -> sessions.over(session.id()))
                        .onErrorResume(e -> Mono.empty())
                        .switchIfEmpty(Mono.never()));
    }

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }
}
