package vn.hoingo.identity.token;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;
import vn.hoingo.identity.account.Account;
import vn.hoingo.identity.account.AccountDesk;
import vn.hoingo.identity.account.Role;

/**
 * What a token says. An account is read anew for every token, so that a role taken away is gone within the life of one
 * access token, and a disabled account gets none.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String AUDIENCE = "hoingo";

    private final AccountDesk accounts;
    private final Clients clients;

    TokenClaims(AccountDesk accounts, Clients clients) {
        this.accounts = accounts;
        this.clients = clients;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        boolean access = OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType());
        if (access) {
            context.getClaims().audience(List.of(AUDIENCE));
        }
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            boolean script = clients.isScript(context.getRegisteredClient());
            Set<String> roles = script ? Role.staff() : Set.of("service");
            context.getClaims()
                    .claim("name", context.getRegisteredClient().getClientId())
                    .claim("roles", sorted(roles));
            return;
        }
        Authentication person = context.getPrincipal();
        Account account = (person == null
                        ? Optional.<Account>empty()
                        : accounts.findOpen(UUID.fromString(person.getName())))
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT)));
        if (access) {
            context.getClaims().claim("roles", sorted(account.roles()));
            if (account.partner() instanceof UUID partner) {
                context.getClaims().claim("partner", partner.toString());
            }
        }
        if (access || OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            context.getClaims().claim("name", account.name()).claim("locale", account.locale());
        }
    }

    private static List<String> sorted(Set<String> roles) {
        return roles.stream().sorted().toList();
    }
}
