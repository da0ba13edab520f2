package vn.hoingo.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The cookie between a browser and its session. A request that brings a token of its own is a script's: its cookie does
 * not count, and no session is made for it.
 */
@Component
public class SessionCookie implements ServerSecurityContextRepository, ServerOAuth2AuthorizedClientRepository {

    public static final String NAME = "__Host-hoingo";

    private static final String FOUND = SessionCookie.class.getName() + ".found";
    private static final String GRANTED = SessionCookie.class.getName() + ".granted";

    private final Sessions sessions;

    SessionCookie(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The session of this request; read once however often it is asked for. */
    public Mono<Session> session(ServerWebExchange exchange) {
        Mono<Session> found = exchange.getAttribute(FOUND);
        if (found == null) {
            found = hasToken(exchange)
                    ? Mono.empty()
                    : Mono.justOrEmpty(secret(exchange)).flatMap(sessions::find).cache();
            exchange.getAttributes().put(FOUND, found);
        }
        return found;
    }

    public static boolean hasToken(ServerWebExchange exchange) {
        String authorization = exchange.getRequest().getHeaders().getFirst("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    public static boolean isCarriedBy(ServerWebExchange exchange) {
        return exchange.getRequest().getCookies().containsKey(NAME);
    }

    /** Ends the session here, and the cookie with it. */
    public Mono<Void> end(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie("").maxAge(Duration.ZERO).build());
        return session(exchange).flatMap(session -> sessions.end(session.id()));
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return session(exchange)
                .map(session -> new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(session.subject(), session, List.of())));
    }

    /** Called once, when the provider has vouched for somebody: the session before ends, a new one begins. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        OAuth2AuthorizedClient granted = exchange.getAttribute(GRANTED);
        Authentication authentication = context == null ? null : context.getAuthentication();
        if (granted == null || authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
            return Mono.empty();
        }
        OAuth2RefreshToken refresh = granted.getRefreshToken();
        Instant until = granted.getAccessToken().getExpiresAt();
        Mono<Void> before = Mono.justOrEmpty(secret(exchange))
                .flatMap(sessions::find)
                .flatMap(session -> sessions.end(session.id()));
        return before.then(sessions.open(
                        authentication.getName(),
                        user.getIdToken().getTokenValue(),
                        granted.getAccessToken().getTokenValue(),
                        until == null ? Instant.EPOCH : until,
                        refresh == null ? "" : refresh.getTokenValue()))
                .doOnNext(secret ->
                        exchange.getResponse().addCookie(cookie(secret).build()))
                .then();
    }

    @Override
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
            String registration, Authentication principal, ServerWebExchange exchange) {
        return Mono.empty();
    }

    /** Precedes {@link #save(ServerWebExchange, SecurityContext)}, in the same request. */
    @Override
    public Mono<Void> saveAuthorizedClient(
            OAuth2AuthorizedClient client, Authentication principal, ServerWebExchange exchange) {
        exchange.getAttributes().put(GRANTED, client);
        return Mono.empty();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(
            String registration, Authentication principal, ServerWebExchange exchange) {
        return end(exchange);
    }

    private static Optional<String> secret(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(NAME))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isBlank());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax");
    }
}
