package vn.hoingo.gateway.door;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.hoingo.gateway.GatewaySettings;

/** Refuses what announces itself as too large, before a byte of it is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TooLarge implements WebFilter {

    private final GatewaySettings settings;
    private final Answers answers;

    TooLarge(GatewaySettings settings, Answers answers) {
        this.settings = settings;
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getHeaders().getContentLength() <= settings.largest()) {
            return chain.filter(exchange);
        }
        exchange.getResponse().getHeaders().set("Connection", "close");
        return answers.problem(exchange, HttpStatus.CONTENT_TOO_LARGE, "too-large", settings.largest() / 1024 / 1024);
    }
}
