package vn.hoingo.gateway.signin;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.hoingo.gateway.GatewaySettings;
import vn.hoingo.gateway.LocalPath;
import vn.hoingo.gateway.door.Answers;

/**
 * What happens to who is not signed in: programs are told so, people are taken to the sign-in page and afterwards to
 * where they wanted to go, or to the form that they had open.
 */
@Component
class ToTheDoor implements ServerAuthenticationEntryPoint {

    private final GatewaySettings settings;
    private final Answers answers;

    ToTheDoor(GatewaySettings settings, Answers answers) {
        this.settings = settings;
        this.answers = answers;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException e) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if (request.getHeaders().containsHeader("HX-Request")) {
            headers.set("HX-Redirect", signIn(path(request.getHeaders().getFirst("HX-Current-URL"))));
            return answers.problem(exchange, HttpStatus.UNAUTHORIZED, "unauthenticated");
        }
        if (Answers.isApi(exchange)) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return answers.problem(exchange, HttpStatus.UNAUTHORIZED, "unauthenticated");
        }
        String returnTo = request.getMethod() == HttpMethod.GET
                ? pathAndQuery(request.getURI())
                : path(request.getHeaders().getFirst(HttpHeaders.REFERER));
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        headers.setLocation(URI.create(signIn(returnTo)));
        return exchange.getResponse().setComplete();
    }

    private static String signIn(String returnTo) {
        return UriComponentsBuilder.fromPath("/sign-in")
                .queryParam("returnTo", "{returnTo}")
                .encode()
                .buildAndExpand(LocalPath.orHome(returnTo))
                .toUriString();
    }

    /** The path of a page of ours; a page of somebody else is no place to return to. */
    private String path(@Nullable String url) {
        return url != null && url.startsWith(settings.origin() + "/")
                ? url.substring(settings.origin().length())
                : "/";
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
