package vn.hoingo.identity.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The keys in the store, made once by whoever needs the first one first. They are read again every minute, so that a
 * key added by another instance signs and verifies here too.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final SigningKeyStore store;
    private final Clock clock;
    private volatile @Nullable Known known;

    SigningKeys(SigningKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys());
    }

    private JWKSet keys() {
        Known last = known;
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.readAt.plus(FRESH))) {
            return last.keys;
        }
        List<SigningKey> stored = store.findAllByOrderByNumberDesc();
        if (stored.isEmpty()) {
            stored = List.of(first(now));
        }
        JWKSet keys = new JWKSet(stored.stream().map(SigningKeys::parse).toList());
        known = new Known(keys, now);
        return keys;
    }

    private SigningKey first(Instant now) {
        try {
            return store.insert(new SigningKey(1, generate(), now));
        } catch (DuplicateKeyException e) {
            return store.findAllByOrderByNumberDesc().getFirst(); // another instance was faster
        }
    }

    private static String generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK parse(SigningKey key) {
        try {
            return JWK.parse(key.jwk());
        } catch (ParseException e) {
            throw new IllegalStateException("Signing key " + key.number() + " cannot be read", e);
        }
    }

    private record Known(JWKSet keys, Instant readAt) {}
}
