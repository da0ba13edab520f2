package vn.hoingo.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the environment decides.
 *
 * @param publicUrl where browsers find us: the gateway's address, and the issuer of every token
 * @param gatewaySecret the gateway's client secret
 * @param clientSecrets client id to secret, of the services
 * @param moreClientSecrets the same as one JSON object, for where one variable is handier than six
 * @param demo whether the demo's accounts and its script client exist
 * @param demoAccounts the file that names them
 * @param firstAccount the address whose owner begins an empty installation
 * @param mailFrom the sender of our mails
 * @param accessToken how long an access token is good
 * @param session how long a sign-in, and with it a refresh token, is good without use
 */
@ConfigurationProperties("hoingo.identity")
public record IdentitySettings(
        URI publicUrl,
        String gatewaySecret,
        @DefaultValue Map<String, String> clientSecrets,
        @DefaultValue("{}") String moreClientSecrets,
        @DefaultValue("false") boolean demo,
        @Nullable String demoAccounts,
        @Nullable String firstAccount,
        @DefaultValue("Hội Ngộ <no-reply@hoingo.example>") String mailFrom,
        @DefaultValue("10m") Duration accessToken,
        @DefaultValue("12h") Duration session,
        @DefaultValue("30m") Duration signInLink,
        @DefaultValue("14d") Duration invitationLink) {

    public String at(String path) {
        return publicUrl.resolve(path).toString();
    }
}
