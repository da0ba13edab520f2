package vn.hoingo.identity.token;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a client was granted on behalf of an account. Tokens are kept as digests. The version makes a code and a refresh
 * token good for one use, also when two uses come at the same moment.
 */
@Document("authorizations")
record StoredAuthorization(
        @Id String id,
        @Version long version,
        String client,
        String account,
        String grant,
        Set<String> scopes,
        @Nullable Request request,
        @Nullable Token code,
        @Nullable Token access,
        @Nullable Token refresh,
        @Nullable Token identity,
        Instant until) {

    /** What the client asked for, as far as the exchange of the code needs it. */
    record Request(
            String uri,
            @Nullable String redirectUri,
            Set<String> scopes,
            @Nullable String state,
            Map<String, Object> parameters) {}

    record Token(
            String hash,
            Instant issuedAt,
            @Nullable Instant expiresAt,
            boolean invalidated,
            Set<String> scopes,
            Map<String, Object> claims) {}
}
