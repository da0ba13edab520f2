package vn.hoingo.identity.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.identity.Digests;
import vn.hoingo.identity.IdentitySettings;
import vn.hoingo.identity.account.DemoPeople;

/** Who may ask for tokens: the gateway for people, the services for themselves, and in the demo a script. */
@Component
class Clients implements RegisteredClientRepository {

    static final String GATEWAY = "gateway";

    private static final TypeReference<Map<String, String>> SECRETS = new TypeReference<>() {};

    private final Map<String, RegisteredClient> clients = new LinkedHashMap<>();
    private final String script;

    Clients(IdentitySettings settings, DemoPeople demo, JsonMapper json) {
        add(gateway(settings));
        Map<String, String> secrets = new TreeMap<>(json.readValue(settings.moreClientSecrets(), SECRETS));
        secrets.putAll(settings.clientSecrets());
        secrets.forEach((id, secret) -> add(machine(id, secret, settings)));
        DemoPeople.Client client = demo.client();
        if (client != null) {
            add(machine(client.id(), client.secret(), settings));
        }
        script = client == null ? "" : client.id();
    }

    /** Whether this client may do all that our own people may, which no machine of ours may. */
    boolean isScript(RegisteredClient client) {
        return client.getClientId().equals(script);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients come from the environment");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return clients.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.get(clientId);
    }

    private void add(RegisteredClient client) {
        if (clients.putIfAbsent(client.getId(), client) != null) {
            throw new IllegalStateException("Two clients have the id " + client.getId());
        }
    }

    private static RegisteredClient gateway(IdentitySettings settings) {
        return client(GATEWAY, settings.gatewaySecret(), settings)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(settings.at("/login/oauth2/code/hoingo"))
                .postLogoutRedirectUri(settings.at("/"))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .build();
    }

    private static RegisteredClient machine(String id, String secret, IdentitySettings settings) {
        return client(id, secret, settings)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private static RegisteredClient.Builder client(String id, String secret, IdentitySettings settings) {
        if (secret.isBlank()) {
            throw new IllegalStateException("Client " + id + " has no secret");
        }
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(Digests.of(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessToken())
                        .refreshTokenTimeToLive(settings.session())
                        .reuseRefreshTokens(false)
                        .build());
    }
}
