package vn.hoingo.invitations.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Which clock hangs in the capital of a country, so that a guest also reads when it is at home. */
public final class HomeZones {

    private static final Properties CAPITALS = read();

    private HomeZones() {}

    /** @param countryCode ISO 3166-1, two letters */
    public static Optional<ZoneId> of(String countryCode) {
        return Optional.ofNullable(CAPITALS.getProperty(countryCode)).map(ZoneId::of);
    }

    private static Properties read() {
        Properties zones = new Properties();
        try (InputStream lines = HomeZones.class.getResourceAsStream("/capital-zones.properties")) {
            zones.load(Objects.requireNonNull(lines));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return zones;
    }
}
