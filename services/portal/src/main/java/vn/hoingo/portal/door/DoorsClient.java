package vn.hoingo.portal.door;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Text;

/** The doors of an event, and what they say to a badge. */
interface DoorsClient {

    @GetExchange("/api/delegations/check-in/points")
    Listing<Point> of(@RequestParam UUID event);

    @PostExchange("/api/delegations/check-in/points")
    Point open(@RequestBody PointInput point);

    @GetExchange("/api/delegations/check-in/points/{id}")
    Point one(@PathVariable UUID id);

    @PostExchange("/api/delegations/check-in/points/{id}/decisions")
    Decision decide(@PathVariable UUID id, @RequestBody Shown shown);

    @PostExchange("/api/delegations/check-in/points/{id}/delegation-decisions")
    Listing<Decision> decideTogether(@PathVariable UUID id, @RequestBody Together together);

    /** A door, and the zone behind it. */
    record Point(UUID id, UUID eventId, Text name, String zone) {}

    record PointInput(
            @Nullable UUID eventId, Text name, @Nullable String zone) {}

    record Shown(@Nullable String badge, String direction) {}

    record Together(UUID delegationId, List<String> memberIds, String direction) {}

    /** What the door says, and to whom. */
    record Decision(
            String answer,
            String direction,
            String zone,
            Instant at,
            @Nullable Instant since,
            @Nullable Text sincePoint,
            @Nullable Bearer bearer) {

        /** Green lets pass, amber is looked at, red stays outside. */
        public String tone() {
            return switch (answer) {
                case "admitted", "checked-out" -> "ok";
                case "already-inside", "not-inside", "replaced" -> "wait";
                default -> "risk";
            };
        }
    }

    record Bearer(
            UUID accreditationId,
            UUID delegationId,
            String number,
            @Nullable String name,
            String kind,
            @Nullable Text partnerName,
            List<String> zones) {}
}
