package vn.hoingo.gateway.signin;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.gateway.GatewaySettings;

/**
 * Sign-ins that have begun and not come back yet, each in a cookie of its own. Nothing is stored for strangers, five
 * tabs may sign in side by side, and a restart in between does not matter.
 */
@Component
class BegunSignIns implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String RETURN_TO = "return_to";

    private static final String PREFIX = "__Host-hoingo-begun-";
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int MOST = 5;

    private final ClientRegistration registration;
    private final String authorization;
    private final JsonMapper json;

    BegunSignIns(ClientRegistration registration, GatewaySettings settings, JsonMapper json) {
        this.registration = registration;
        this.authorization = settings.provider().authorization();
        this.json = json;
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        if (request == null) {
            return Mono.empty();
        }
        forgetSome(exchange);
        Begun begun = new Begun(
                String.valueOf(request.getState()),
                String.valueOf(request.getAttributes().get(PkceParameterNames.CODE_VERIFIER)),
                String.valueOf(request.getAttributes().get(OidcParameterNames.NONCE)),
                String.valueOf(request.getAttributes().get(RETURN_TO)));
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(begun));
        exchange.getResponse()
                .addCookie(cookie(name(begun.state), value).maxAge(PATIENCE).build());
        return Mono.empty();
    }

    /** A browser takes only so much in a header, and who clicks sign-in that often means the last one. */
    private static void forgetSome(ServerWebExchange exchange) {
        List<String> names = exchange.getRequest().getCookies().keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .toList();
        names.stream().limit(Math.max(0, names.size() - MOST + 1)).forEach(name -> exchange.getResponse()
                .addCookie(cookie(name, "").maxAge(Duration.ZERO).build()));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        if (state == null) {
            return Mono.empty();
        }
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name(state));
        Begun begun = cookie == null ? null : read(cookie.getValue());
        return begun == null || !begun.state.equals(state) ? Mono.empty() : Mono.just(request(begun));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange).doOnNext(request -> {
            exchange.getAttributes()
                    .put(RETURN_TO, String.valueOf(request.getAttributes().get(RETURN_TO)));
            exchange.getResponse()
                    .addCookie(cookie(name(String.valueOf(request.getState())), "")
                            .maxAge(Duration.ZERO)
                            .build());
        });
    }

    private OAuth2AuthorizationRequest request(Begun begun) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(authorization)
                .clientId(registration.getClientId())
                .redirectUri(registration.getRedirectUri())
                .scopes(Set.copyOf(registration.getScopes()))
                .state(begun.state)
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        registration.getRegistrationId(),
                        PkceParameterNames.CODE_VERIFIER,
                        begun.verifier,
                        OidcParameterNames.NONCE,
                        begun.nonce,
                        RETURN_TO,
                        begun.returnTo))
                .build();
    }

    private @Nullable Begun read(String value) {
        try {
            return json.readValue(Base64.getUrlDecoder().decode(value), Begun.class);
        } catch (JacksonException | IllegalArgumentException e) {
            return null; // not of our making
        }
    }

    private static String name(String state) {
        return PREFIX + Integer.toHexString(state.hashCode());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax");
    }

    record Begun(String state, String verifier, String nonce, String returnTo) {}
}
