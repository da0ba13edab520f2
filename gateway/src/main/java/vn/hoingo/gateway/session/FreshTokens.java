package vn.hoingo.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Renews access tokens shortly before they expire. A page asks for many things at once, but a refresh token is good for
 * one use: one request renews, the others wait for it, and another instance's renewal is found in the store.
 */
@Component
class FreshTokens {

    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> provider;
    private final ClientRegistration registration;
    private final Clock clock;
    private final Map<String, Mono<Session>> underWay = new ConcurrentHashMap<>();

    FreshTokens(
            Sessions sessions,
            ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> provider,
            ClientRegistration registration,
            Clock clock) {
        this.sessions = sessions;
        this.provider = provider;
        this.registration = registration;
        this.clock = clock;
    }

    Mono<Session> of(Session session) {
        if (isFresh(session)) {
            return Mono.just(session);
        }
        return underWay.computeIfAbsent(session.id(), id -> sessions.again(id)
                .switchIfEmpty(Mono.error(SessionEnded::new))
                .flatMap(latest -> isFresh(latest) ? Mono.just(latest) : renew(latest))
                .doFinally(signal -> underWay.remove(id))
                .cache());
    }

    private Mono<Session> renew(Session session) {
        return provider.getTokenResponse(request(session))
                .flatMap(response -> keep(session, response))
                .onErrorResume(e -> !(e instanceof SessionEnded), e -> instead(session, e));
    }

    private Mono<Session> keep(Session session, OAuth2AccessTokenResponse response) {
        OAuth2AccessToken access = response.getAccessToken();
        OAuth2RefreshToken refresh = response.getRefreshToken();
        Instant until = access.getExpiresAt();
        return sessions.replace(
                        session,
                        response.getAdditionalParameters()
                                .getOrDefault("id_token", session.idToken())
                                .toString(),
                        access.getTokenValue(),
                        until == null ? Instant.EPOCH : until,
                        refresh == null ? session.refreshToken() : refresh.getTokenValue())
                .switchIfEmpty(Mono.defer(() -> sessions.again(session.id())))
                .switchIfEmpty(Mono.error(SessionEnded::new));
    }

    /** The provider said no, or nothing: perhaps another instance was faster; perhaps the token still has a moment. */
    private Mono<Session> instead(Session session, Throwable e) {
        boolean refused = e instanceof OAuth2AuthorizationException refusal
                && OAuth2ErrorCodes.INVALID_GRANT.equals(refusal.getError().getErrorCode());
        return sessions.again(session.id())
                .switchIfEmpty(Mono.error(SessionEnded::new))
                .flatMap(latest -> {
                    if (isFresh(latest) || (!refused && clock.instant().isBefore(latest.accessUntil()))) {
                        return Mono.just(latest);
                    }
                    return refused ? sessions.end(session.id()).then(Mono.error(SessionEnded::new)) : Mono.error(e);
                });
    }

    private boolean isFresh(Session session) {
        return clock.instant().isBefore(session.accessUntil().minus(AHEAD));
    }

    private OAuth2RefreshTokenGrantRequest request(Session session) {
        return new OAuth2RefreshTokenGrantRequest(
                registration,
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        session.accessToken(),
                        session.accessUntil().minus(Duration.ofDays(1)),
                        session.accessUntil()),
                new OAuth2RefreshToken(session.refreshToken(), null));
    }
}
