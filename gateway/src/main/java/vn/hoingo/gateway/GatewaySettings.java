package vn.hoingo.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the environment and application.yaml decide.
 *
 * @param publicUrl where browsers find us
 * @param clientSecret our secret at the provider
 * @param provider the provider's own address, for calls from here
 * @param open paths for which nobody has to sign in
 * @param links open paths that begin with somebody's personal link
 * @param services name to address, of everything behind us
 * @param idle how long a session lasts without use
 * @param longest how long a session lasts at most
 * @param largest the most bytes that a request may announce
 */
@ConfigurationProperties("hoingo.gateway")
public record GatewaySettings(
        URI publicUrl,
        String clientSecret,
        Provider provider,
        List<String> open,
        List<String> links,
        Map<String, URI> services,
        @DefaultValue("12h") Duration idle,
        @DefaultValue("7d") Duration longest,
        @DefaultValue("12582912") long largest,
        @DefaultValue Limits limits) {

    /** The endpoints of the OpenID Connect provider, named one by one so that none has to be asked for them. */
    public record Provider(String issuer, String authorization, String token, String jwks, String endSession) {}

    /** Requests a minute: of one place, of one person, and on one personal link. */
    public record Limits(
            @DefaultValue("30000") int address,
            @DefaultValue("6000") int principal,
            @DefaultValue("120") int link) {}

    public String origin() {
        return publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
    }
}
