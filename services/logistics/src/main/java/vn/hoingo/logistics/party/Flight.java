package vn.hoingo.logistics.party;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One flight into the city as its travellers told it: the clocks on the walls of both airports, and where those hang. */
public record Flight(
        String number,
        String origin,
        String airport,
        @Nullable String terminal,
        LocalDateTime departs,
        String departsZone,
        LocalDateTime arrives,
        String arrivesZone) {

    public Instant landsAt() {
        return arrives.atZone(zone()).toInstant();
    }

    public ZoneId zone() {
        return ZoneId.of(arrivesZone);
    }
}
