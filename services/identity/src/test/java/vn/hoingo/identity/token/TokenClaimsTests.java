package vn.hoingo.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.identity.IdentitySettings;
import vn.hoingo.identity.TestClock;
import vn.hoingo.identity.account.Account;
import vn.hoingo.identity.account.AccountDesk;
import vn.hoingo.identity.account.DemoPeople;
import vn.hoingo.identity.account.EmailAddress;
import vn.hoingo.identity.account.InMemoryAccounts;

class TokenClaimsTests {

    private static final UUID BUSAN = UUID.fromString("01980000-0000-7000-8000-000000000001");

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final AccountDesk desk = InMemoryAccounts.desk(accounts, new TestClock());
    private Clients clients;
    private TokenClaims claims;

    @BeforeEach
    void twoClients() {
        clients = clients(Map.of("events", "secret"));
        claims = new TokenClaims(desk, clients);
    }

    @Test
    void aMemberOfStaffIsKnownByRolesNameAndLanguage() {
        Account lan = accounts.anOrganiser("lan@hoingo.example", "correct horse");

        Map<String, Object> said = accessTokenOf(lan);

        assertThat(said)
                .containsEntry("aud", List.of("hoingo"))
                .containsEntry("roles", List.of("organiser"))
                .containsEntry("name", "Nguyễn Thị Lan")
                .containsEntry("locale", "vi")
                .doesNotContainKeys("partner", "email");
    }

    @Test
    void aPartnerIsKnownByWhomItActsFor() {
        Account kim = desk.forPartner(new EmailAddress("kim@busan.example"), "Kim Ji-woo", BUSAN, "en");

        assertThat(accessTokenOf(kim))
                .containsEntry("roles", List.of("partner"))
                .containsEntry("partner", BUSAN.toString())
                .containsEntry("locale", "en");
    }

    @Test
    void aDisabledAccountGetsNoToken() {
        Account lan = accounts.anOrganiser("lan@hoingo.example", "correct horse");
        accounts.disable(lan);

        assertThatThrownBy(() -> accessTokenOf(lan)).isInstanceOf(OAuth2AuthenticationException.class);
    }

    @Test
    void aServiceIsAServiceAndNothingElse() {
        JwtClaimsSet.Builder said = JwtClaimsSet.builder().subject("events");
        claims.customize(JwtEncodingContext.with(JwsHeader.with(SignatureAlgorithm.RS256), said)
                .registeredClient(clients.findByClientId("events"))
                .tokenType(OAuth2TokenType.ACCESS_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build());

        assertThat(said.build().getClaims())
                .containsEntry("sub", "events")
                .containsEntry("aud", List.of("hoingo"))
                .containsEntry("roles", List.of("service"));
    }

    @Test
    void aClientWithoutSecretDoesNotStart() {
        assertThatThrownBy(() -> clients(Map.of("events", ""))).hasMessageContaining("events");
    }

    private static Clients clients(Map<String, String> secrets) {
        IdentitySettings settings = settings(secrets);
        return new Clients(settings, new DemoPeople(settings, JsonMapper.shared()), JsonMapper.shared());
    }

    private Map<String, Object> accessTokenOf(Account account) {
        JwtClaimsSet.Builder said = JwtClaimsSet.builder().subject(account.id().toString());
        claims.customize(JwtEncodingContext.with(JwsHeader.with(SignatureAlgorithm.RS256), said)
                .registeredClient(clients.findByClientId("gateway"))
                .principal(UsernamePasswordAuthenticationToken.authenticated(
                        account.id().toString(), null, List.of()))
                .tokenType(OAuth2TokenType.ACCESS_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .build());
        return said.build().getClaims();
    }

    private static IdentitySettings settings(Map<String, String> clientSecrets) {
        return new IdentitySettings(
                URI.create("http://localhost:8080"),
                "secret",
                clientSecrets,
                "{\"portal\": \"secret\"}",
                false,
                null,
                null,
                "Hội Ngộ <no-reply@hoingo.example>",
                Duration.ofMinutes(10),
                Duration.ofHours(12),
                Duration.ofMinutes(30),
                Duration.ofDays(14));
    }
}
