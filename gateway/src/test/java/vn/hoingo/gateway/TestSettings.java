package vn.hoingo.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings for what is tried without a context. */
public final class TestSettings {

    private TestSettings() {}

    public static GatewaySettings withLimits(int address, int principal, int link) {
        return new GatewaySettings(
                URI.create("http://localhost:8080"),
                "secret",
                new GatewaySettings.Provider("issuer", "authorization", "token", "jwks", "end"),
                List.of(),
                List.of("/rsvp/{link}"),
                Map.of(),
                Duration.ofHours(12),
                Duration.ofDays(7),
                1_000,
                new GatewaySettings.Limits(address, principal, link));
    }
}
