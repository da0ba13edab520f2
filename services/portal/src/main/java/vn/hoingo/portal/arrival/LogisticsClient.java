package vn.hoingo.portal.arrival;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Text;

/** The logistics service, as dispatchers' screens need it. */
interface LogisticsClient {

    @GetExchange("/api/logistics/arrivals")
    Listing<Arrival> arrivals(
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam int limit);

    @GetExchange("/api/logistics/arrivals/{id}")
    Arrival one(@PathVariable UUID id);

    @PostExchange("/api/logistics/arrivals/{id}/{act}")
    Arrival act(@PathVariable UUID id, @PathVariable String act, @RequestBody Object body);

    @GetExchange("/api/logistics/arrivals/{id}/ways-out")
    Ways waysOut(@PathVariable UUID id);

    @GetExchange("/api/logistics/diaries")
    Listing<Diary> diaries(@RequestParam(required = false) @Nullable String kind, @RequestParam int limit);

    @PostExchange("/api/logistics/diaries")
    Diary add(@RequestBody NewResource resource);

    @PostExchange("/api/logistics/diaries/{id}/{act}")
    Diary actOnResource(@PathVariable UUID id, @PathVariable String act, @RequestBody Object body);

    @PostExchange("/api/logistics/itineraries/{id}/{act}")
    Itinerary actOnFlight(@PathVariable UUID id, @PathVariable String act, @RequestBody Object body);

    record NewResource(
            @Nullable String kind,
            @Nullable String label,
            @Nullable Integer seats,
            @Nullable List<String> languages,
            @Nullable String airport) {}

    record Itinerary(UUID id, String state) {}

    record Flight(
            @Nullable String number,
            @Nullable String origin,
            @Nullable String airport,
            @Nullable String terminal,
            @Nullable LocalDateTime departs,
            @Nullable String departsZone,
            @Nullable LocalDateTime arrives,
            @Nullable String arrivesZone) {}

    record Booked(
            UUID resourceId,
            String label,
            @Nullable Integer seats,
            @Nullable String language,
            @Nullable Instant from,
            @Nullable Instant until) {}

    record Obligation(
            @Nullable UUID activityId,
            Text name,
            LocalDateTime starts,
            @Nullable String zone,
            @Nullable Instant at) {}

    record Cause(String code, @Nullable Text text) {}

    /** One arriving party and how it is met. */
    record Arrival(
            UUID id,
            @Nullable UUID itineraryId,
            UUID delegationId,
            UUID eventId,
            UUID partnerId,
            @Nullable Text partner,
            String state,
            int people,
            int luggage,
            int seatsNeeded,
            boolean heads,
            @Nullable Integer headRank,
            @Nullable String entitlement,
            @Nullable List<String> languages,
            boolean interpreterNeeded,
            @Nullable Flight flight,
            @Nullable LocalDateTime lands,
            @Nullable String landsZone,
            @Nullable Instant landsAt,
            @Nullable Instant scheduledAt,
            int delayMinutes,
            boolean tentative,
            @Nullable Instant landedAt,
            @Nullable Instant pickUpAt,
            @Nullable LocalDateTime pickUp,
            @Nullable Instant readyAt,
            @Nullable Booked vehicle,
            @Nullable Booked interpreter,
            @Nullable Obligation firstObligation,
            boolean atRisk,
            @Nullable List<Cause> causes,
            @Nullable List<String> missing,
            @Nullable String closedBecause) {

        public Arrival {
            causes = causes == null ? List.of() : causes;
            missing = missing == null ? List.of() : missing;
            languages = languages == null ? List.of() : languages;
        }

        public String who() {
            return partner == null ? "" : partner.here();
        }

        public boolean isOver() {
            return state.equals("closed") || state.equals("completed");
        }

        public boolean needsSomebody() {
            return !isOver() && (atRisk || !lacks().isEmpty() || state.equals("stale"));
        }

        public List<String> lacks() {
            return missing == null ? List.of() : missing;
        }

        public String delay() {
            return delayMinutes / 60 + ":" + String.format("%02d", delayMinutes % 60);
        }

        public String tone() {
            if (isOver()) {
                return "quiet";
            }
            if (atRisk || lacks().contains("vehicle") || lacks().contains("flight")) {
                return "risk";
            }
            if (landedAt != null) {
                return "jade";
            }
            return !lacks().isEmpty() || state.equals("stale") || tentative || delayMinutes > 0 ? "wait" : "ok";
        }
    }

    record Ways(List<WayOut> items) {}

    record WayOut(
            String kind,
            Text title,
            @Nullable Text detail,
            @Nullable Instant readyAt,
            @Nullable Act act) {

        public String resource() {
            Object id = act == null || act.body() == null ? null : act.body().get("resourceId");
            return id == null ? "" : id.toString();
        }
    }

    record Act(
            @Nullable String method,
            @Nullable String path,
            @Nullable Map<String, Object> body) {}

    /** A car or an interpreter, and when each is taken. */
    record Diary(
            UUID id,
            String kind,
            String label,
            @Nullable Integer seats,
            @Nullable List<String> languages,
            @Nullable String airport,
            boolean inService,
            @Nullable List<Booking> bookings) {

        public Diary {
            bookings = bookings == null ? List.of() : bookings;
            languages = languages == null ? List.of() : languages;
        }
    }

    record Booking(UUID planId, @Nullable Text partner, Instant from, Instant until, String state) {}
}
