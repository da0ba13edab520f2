package vn.hoingo.gateway.session;

import java.time.Instant;

/**
 * A signed-in browser. It holds a secret; here lie the secret's digest and the tokens that never leave. Each change
 * names the fields it changes, so that a slow request cannot bring back a session that has ended or a token that was
 * replaced.
 */
public record Session(
        String id,
        String subject,
        String idToken,
        String accessToken,
        Instant accessUntil,
        String refreshToken,
        Instant since,
        Instant seen) {

    @Override
    public String toString() {
        return "a session";
    }
}
