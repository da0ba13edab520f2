package vn.hoingo.identity.token;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import vn.hoingo.identity.Digests;
import vn.hoingo.identity.token.StoredAuthorization.Request;
import vn.hoingo.identity.token.StoredAuthorization.Token;

/**
 * Keeps what was granted in our store. A token that we only know by its digest goes through the framework under a
 * marker, so that saving what was loaded keeps the digest.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {

    private static final String MARKER = "digest:";
    private static final String VERSION = "version";

    private final AuthorizationStore store;
    private final Clients clients;

    Authorizations(AuthorizationStore store, Clients clients) {
        this.store = store;
        this.clients = clients;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return; // a client with a secret asks again: there is nothing to remember
        }
        try {
            store.save(stored(authorization));
        } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT));
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        store.deleteById(authorization.getId());
    }

    /** Ends what was granted along with this ID token. */
    void end(String idToken) {
        store.findByIdentityHash(Digests.of(idToken))
                .map(StoredAuthorization::id)
                .ifPresent(store::deleteById);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return store.findById(id).map(stored -> restored(stored, "", "")).orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        String hash = Digests.of(token);
        return find(hash, type == null ? "" : type.getValue())
                .map(stored -> restored(stored, hash, token))
                .orElse(null);
    }

    private Optional<StoredAuthorization> find(String hash, String type) {
        return switch (type) {
            case OAuth2ParameterNames.CODE -> store.findByCodeHash(hash);
            case OAuth2ParameterNames.ACCESS_TOKEN -> store.findByAccessHash(hash);
            case OAuth2ParameterNames.REFRESH_TOKEN -> store.findByRefreshHash(hash);
            case "id_token" -> store.findByIdentityHash(hash);
            case "" ->
                Stream.<Optional<StoredAuthorization>>of(
                                store.findByRefreshHash(hash), store.findByAccessHash(hash), store.findByCodeHash(hash))
                        .flatMap(Optional::stream)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static StoredAuthorization stored(OAuth2Authorization authorization) {
        Token code = token(authorization.getToken(OAuth2AuthorizationCode.class));
        Token access = token(authorization.getToken(OAuth2AccessToken.class));
        Token refresh = token(authorization.getToken(OAuth2RefreshToken.class));
        Token identity = token(authorization.getToken(OidcIdToken.class));
        Instant until = Stream.of(code, access, refresh, identity)
                .flatMap(token ->
                        token == null || token.expiresAt() == null ? Stream.empty() : Stream.of(token.expiresAt()))
                .max(Instant::compareTo)
                .orElseGet(() -> Instant.EPOCH);
        return new StoredAuthorization(
                authorization.getId(),
                authorization.getAttribute(VERSION) instanceof Long version ? version : 0,
                authorization.getRegisteredClientId(),
                authorization.getPrincipalName(),
                authorization.getAuthorizationGrantType().getValue(),
                Set.copyOf(authorization.getAuthorizedScopes()),
                request(authorization.getAttribute(OAuth2AuthorizationRequest.class.getName())),
                code,
                access,
                refresh,
                identity,
                until.plus(Duration.ofDays(1)));
    }

    private static @Nullable Request request(@Nullable OAuth2AuthorizationRequest asked) {
        return asked == null
                ? null
                : new Request(
                        asked.getAuthorizationUri(),
                        asked.getRedirectUri(),
                        Set.copyOf(asked.getScopes()),
                        asked.getState(),
                        new TreeMap<>(asked.getAdditionalParameters()));
    }

    private static <T extends OAuth2Token> @Nullable Token token(OAuth2Authorization.@Nullable Token<T> token) {
        if (token == null) {
            return null;
        }
        T value = token.getToken();
        String text = value.getTokenValue();
        return new Token(
                text.startsWith(MARKER) ? text.substring(MARKER.length()) : Digests.of(text),
                value.getIssuedAt() == null ? Instant.EPOCH : value.getIssuedAt(),
                value.getExpiresAt(),
                token.isInvalidated(),
                value instanceof OAuth2AccessToken access ? Set.copyOf(access.getScopes()) : Set.of(),
                value instanceof OidcIdToken identity ? plain(identity.getClaims()) : Map.of());
    }

    private OAuth2Authorization restored(StoredAuthorization stored, String hash, String token) {
        RegisteredClient client = clients.findById(stored.client());
        if (client == null) {
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT));
        }
        OAuth2Authorization.Builder builder = OAuth2Authorization.withRegisteredClient(client)
                .id(stored.id())
                .principalName(stored.account())
                .authorizationGrantType(new AuthorizationGrantType(stored.grant()))
                .authorizedScopes(stored.scopes())
                .attribute(VERSION, stored.version())
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(stored.account(), null, List.of()));
        Request request = stored.request();
        if (request != null) {
            builder.attribute(
                    OAuth2AuthorizationRequest.class.getName(),
                    OAuth2AuthorizationRequest.authorizationCode()
                            .authorizationUri(request.uri())
                            .clientId(client.getClientId())
                            .redirectUri(request.redirectUri())
                            .scopes(request.scopes())
                            .state(request.state())
                            .additionalParameters(request.parameters())
                            .build());
        }
        if (stored.code() instanceof Token code) {
            add(builder, code, new OAuth2AuthorizationCode(value(code, hash, token), code.issuedAt(), expiry(code)));
        }
        if (stored.access() instanceof Token access) {
            add(
                    builder,
                    access,
                    new OAuth2AccessToken(
                            OAuth2AccessToken.TokenType.BEARER,
                            value(access, hash, token),
                            access.issuedAt(),
                            access.expiresAt(),
                            access.scopes()));
        }
        if (stored.refresh() instanceof Token refresh) {
            add(
                    builder,
                    refresh,
                    new OAuth2RefreshToken(value(refresh, hash, token), refresh.issuedAt(), refresh.expiresAt()));
        }
        if (stored.identity() instanceof Token identity) {
            add(
                    builder,
                    identity,
                    new OidcIdToken(
                            value(identity, hash, token),
                            identity.issuedAt(),
                            identity.expiresAt(),
                            withInstants(identity.claims())));
        }
        return builder.build();
    }

    private static <T extends OAuth2Token> void add(OAuth2Authorization.Builder builder, Token stored, T token) {
        builder.token(token, metadata -> {
            metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, stored.invalidated());
            if (token instanceof OidcIdToken identity) {
                metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, identity.getClaims());
            }
        });
    }

    private static String value(Token token, String hash, String presented) {
        return token.hash().equals(hash) ? presented : MARKER + token.hash();
    }

    private static Instant expiry(Token token) {
        return token.expiresAt() == null ? token.issuedAt() : token.expiresAt();
    }

    private static Map<String, Object> plain(Map<String, Object> claims) {
        Map<String, Object> plain = new HashMap<>();
        claims.forEach((name, value) -> plain.put(
                name,
                value instanceof Instant || value instanceof List || value instanceof Boolean
                        ? value
                        : value.toString()));
        return plain;
    }

    private static Map<String, Object> withInstants(Map<String, Object> claims) {
        Map<String, Object> restored = new HashMap<>(claims);
        restored.replaceAll((name, value) -> value instanceof Date date ? date.toInstant() : value);
        return restored;
    }
}
