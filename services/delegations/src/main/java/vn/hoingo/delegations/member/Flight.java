package vn.hoingo.delegations.member;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** A flight into the city as far as it is known, with the clock and the zone of each end. */
public record Flight(
        @Nullable String number,
        @Nullable String origin,
        @Nullable String airport,
        @Nullable String terminal,
        @Nullable LocalDateTime departs,
        @Nullable String departsZone,
        @Nullable LocalDateTime arrives,
        @Nullable String arrivesZone) {

    boolean isWhole() {
        return number != null
                && origin != null
                && airport != null
                && departs != null
                && departsZone != null
                && arrives != null
                && arrivesZone != null;
    }

    boolean arrivesBeforeItDeparts() {
        if (departs == null || departsZone == null || arrives == null || arrivesZone == null) {
            return false;
        }
        return !ZonedDateTime.of(arrives, ZoneId.of(arrivesZone))
                .toInstant()
                .isAfter(ZonedDateTime.of(departs, ZoneId.of(departsZone)).toInstant());
    }
}
