package vn.hoingo.gateway.session;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Cookies that say who somebody is stay at the door: ours with us, the provider's between the browser and the provider,
 * whose route says so.
 */
@Component
class CookieStaysHere implements HttpHeadersFilter {

    private static final String SECRET = "__Host-";
    private static final String OURS = SessionCookie.NAME;

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        List<String> cookies = input.get(HttpHeaders.COOKIE);
        if (cookies == null) {
            return input;
        }
        String hidden = isForProvider(exchange) ? OURS : SECRET;
        String others = cookies.stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip)
                .filter(cookie -> !cookie.startsWith(hidden))
                .collect(Collectors.joining("; "));
        HttpHeaders output = new HttpHeaders();
        output.putAll(input);
        output.remove(HttpHeaders.COOKIE);
        if (!others.isEmpty()) {
            output.set(HttpHeaders.COOKIE, others);
        }
        return output;
    }

    private static boolean isForProvider(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route != null && Boolean.TRUE.equals(route.getMetadata().get("provider"));
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }
}
