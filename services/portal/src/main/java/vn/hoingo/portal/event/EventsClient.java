package vn.hoingo.portal.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Text;
import vn.hoingo.portal.relay.Window;

/** The events service, as far as the screens need it. */
interface EventsClient {

    @GetExchange("/api/events")
    Listing<Edition> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String series,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit);

    @GetExchange("/api/events/{id}")
    Edition one(@PathVariable UUID id);

    @GetExchange("/api/events/templates")
    List<Template> templates();

    @PostExchange("/api/events")
    Edition draft(@RequestBody NewEvent event);

    @PostExchange("/api/events/{id}/clones")
    Edition copy(@PathVariable UUID id, @RequestBody Copy copy);

    @PutExchange("/api/events/{id}")
    Edition describe(
            @PathVariable UUID id, @RequestHeader("If-Match") String version, @RequestBody Description description);

    @PostExchange("/api/events/{id}/{act}")
    Edition act(@PathVariable UUID id, @PathVariable String act, @RequestBody Object body);

    @GetExchange("/api/events/activities")
    Listing<Edition.Activity> activities(
            @RequestParam UUID event, @RequestParam(required = false) @Nullable String after, @RequestParam int limit);

    @GetExchange("/api/events/activities/{id}")
    Edition.Activity activity(@PathVariable UUID id);

    @PostExchange("/api/events/activities")
    Edition.Activity add(@RequestBody NewActivity activity);

    @PutExchange("/api/events/activities/{id}")
    Edition.Activity change(
            @PathVariable UUID id, @RequestHeader("If-Match") String version, @RequestBody PlannedActivity activity);

    @PostExchange("/api/events/activities/{id}/dropping")
    Edition.Activity drop(@PathVariable UUID id, @RequestBody Because because);

    record NewEvent(
            @Nullable String template,
            @Nullable LocalDate day0,
            @Nullable String zone,
            @Nullable String series,
            @Nullable String edition,
            @Nullable Text name,
            @Nullable Window window,
            @Nullable String venue) {}

    record Copy(
            @Nullable LocalDate day0,
            @Nullable String edition,
            @Nullable Text name,
            @Nullable String venue) {}

    record Description(@Nullable String edition, Text name, String venue) {}

    record Opening(@Nullable Instant closesAt, @Nullable Integer membersPerDelegation) {}

    record Permit(
            @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn,
            @Nullable String exemption) {}

    record Rescheduling(LocalWindow window) {}

    record Because(@Nullable String reason) {}

    record NewActivity(UUID eventId, PlannedActivity activity) {}

    record PlannedActivity(
            Text name,
            @Nullable String kind,
            LocalWindow window,
            String place,
            @Nullable Integer capacity,
            @Nullable String admission,
            boolean side) {}

    /** A window as it is typed; a gap is the service's to name. */
    record LocalWindow(
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            @Nullable String zone) {}

    /** One of the four kinds of event that the department runs again and again. */
    record Template(
            String code,
            String series,
            Text name,
            @Nullable Text example,
            @Nullable String venue,
            int days) {}
}
