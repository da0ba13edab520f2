package vn.hoingo.gateway.door;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.hoingo.gateway.GatewaySettings;

/**
 * Refuses what announces itself as too large, before a byte of it is read. A browser sees the answer only if it may go on
 * sending, so what still comes is thrown away; beyond all measure the line is cut.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TooLarge implements WebFilter {

    private static final int FAR_TOO_LARGE = 20;

    private final GatewaySettings settings;
    private final Answers answers;

    TooLarge(GatewaySettings settings, Answers answers) {
        this.settings = settings;
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced <= settings.largest()) {
            return chain.filter(exchange);
        }
        if (announced > FAR_TOO_LARGE * settings.largest()) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        return answers.problem(exchange, HttpStatus.CONTENT_TOO_LARGE, "too-large", settings.largest() / 1024 / 1024);
    }
}
