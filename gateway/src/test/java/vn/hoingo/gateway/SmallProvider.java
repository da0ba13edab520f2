package vn.hoingo.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An OpenID Connect provider that is not ours: standard, strict about refresh tokens, and willing to vouch for
 * anybody. The code it is shown is the nonce it puts into the ID token.
 */
final class SmallProvider {

    static final String ISSUER = "https://provider.example";

    private final RSAKey key = key();
    private final Set<String> goodRefreshTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final DisposableServer server = HttpServer.create()
            .host("localhost")
            .route(routes -> routes.get(
                            "/jwks", (request, response) -> json(response, new JWKSet(key.toPublicJWK()).toString()))
                    .post("/token", this::token))
            .bindNow();
    private volatile Duration tokensLast = Duration.ofMinutes(10);

    String url(String path) {
        return "http://localhost:" + server.port() + path;
    }

    void tokensLast(Duration time) {
        tokensLast = time;
    }

    int refreshes() {
        return refreshes.get();
    }

    void forgetsEverybody() {
        goodRefreshTokens.clear();
    }

    private Publisher<Void> token(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().flatMap(form -> {
            String grant = field(form, "grant_type");
            if (grant.equals("refresh_token")) {
                if (!goodRefreshTokens.remove(field(form, "refresh_token"))) {
                    return json(response.status(400), "{\"error\": \"invalid_grant\"}");
                }
                refreshes.incrementAndGet();
                return Mono.delay(Duration.ofMillis(200)).then(answer(response, ""));
            }
            return answer(response, field(form, "code"));
        });
    }

    private Mono<Void> answer(HttpServerResponse response, String nonce) {
        int number = count.incrementAndGet();
        goodRefreshTokens.add("refresh-" + number);
        return json(response, """
                {"access_token": "access-%d", "token_type": "Bearer", "expires_in": %d, "refresh_token": "refresh-%d",
                 "id_token": "%s", "scope": "openid profile"}
                """.formatted(number, tokensLast.toSeconds(), number, idToken(nonce)));
    }

    private String idToken(String nonce) {
        try {
            Instant now = Instant.now();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(ISSUER)
                            .subject("lan")
                            .audience("gateway")
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(600)))
                            .claim("nonce", nonce)
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(String form, String name) {
        for (String field : form.split("&")) {
            if (field.startsWith(name + "=")) {
                return field.substring(name.length() + 1);
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static Mono<Void> json(HttpServerResponse response, String body) {
        return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .sendString(Mono.just(body))
                .then();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
