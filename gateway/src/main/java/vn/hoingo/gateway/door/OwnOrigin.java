package vn.hoingo.gateway.door;

import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.hoingo.gateway.GatewaySettings;
import vn.hoingo.gateway.session.SessionCookie;

/**
 * Another site cannot act with our session: a request that changes something and carries the session's cookie must come
 * from a page of ours. The browser says so by itself, so that no form needs a token and no body is read here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OwnOrigin implements WebFilter {

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final GatewaySettings settings;
    private final Answers answers;

    OwnOrigin(GatewaySettings settings, Answers answers) {
        this.settings = settings;
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return SAFE.contains(exchange.getRequest().getMethod())
                        || !SessionCookie.isCarriedBy(exchange)
                        || isOurs(exchange.getRequest().getHeaders())
                ? chain.filter(exchange)
                : answers.problem(exchange, HttpStatus.FORBIDDEN, "foreign-origin");
    }

    private boolean isOurs(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        return site == null ? settings.origin().equals(headers.getOrigin()) : site.equals("same-origin");
    }
}
