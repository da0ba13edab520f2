package vn.hoingo.operations;

import java.time.Instant;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Tokens of tests over real HTTP: the token is the role. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

    @Bean
    JwtDecoder tokens() {
        return role -> Jwt.withTokenValue(role)
                .header("alg", "none")
                .subject("00000000-0000-8000-8000-0000000000aa")
                .claim("roles", List.of(role))
                .expiresAt(Instant.now().plusSeconds(3600))
                .build();
    }
}
