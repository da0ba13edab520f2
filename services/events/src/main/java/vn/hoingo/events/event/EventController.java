package vn.hoingo.events.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;

/** Editions over HTTP: everybody who is signed in may look, organisers may act. */
@RestController
@RequestMapping("/api/events")
class EventController {

    private static final String ORGANISER = "hasRole('organiser')";

    private final EventDesk desk;

    EventController(EventDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page<EventView> list(
            @RequestParam @Nullable String series,
            @RequestParam Event.@Nullable Status state,
            @RequestParam @Nullable String q,
            Paging paging) {
        return desk.list(series, state, q, paging).map(EventView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<EventView> one(@PathVariable EventId id) {
        return answer(desk.get(id));
    }

    @PutMapping("/{id}")
    @PreAuthorize(ORGANISER)
    ResponseEntity<EventView> describe(@PathVariable EventId id, @Valid @RequestBody Description description) {
        return answer(desk.describe(id, description.edition(), description.name(), description.venue()));
    }

    @PostMapping("/{id}/preparation")
    @PreAuthorize(ORGANISER)
    ResponseEntity<EventView> prepare(@PathVariable EventId id) {
        return answer(desk.prepare(id));
    }

    @PostMapping("/{id}/registration")
    @PreAuthorize(ORGANISER)
    ResponseEntity<EventView> openRegistration(@PathVariable EventId id, @Valid @RequestBody Opening opening) {
        return answer(desk.openRegistration(id, opening.closesAt(), opening.membersPerDelegation()));
    }

    @PostMapping("/{id}/registration-closing")
    @PreAuthorize(ORGANISER)
    ResponseEntity<EventView> closeRegistration(@PathVariable EventId id) {
        return answer(desk.closeRegistration(id));
    }

    @PostMapping("/{id}/publication")
    @PreAuthorize(ORGANISER)
    ResponseEntity<EventView> publish(@PathVariable EventId id, @Valid @RequestBody Publication given) {
        return answer(
                desk.publish(id, new Event.Permission(given.decisionNumber(), given.decidedOn(), given.exemption())));
    }

    @PostMapping("/{id}/rescheduling")
    @PreAuthorize(ORGANISER)
    ResponseEntity<EventView> reschedule(@PathVariable EventId id, @Valid @RequestBody Rescheduling asked) {
        return answer(desk.reschedule(id, asked.window().checked("/window")));
    }

    @PostMapping("/{id}/postponement")
    @PreAuthorize(ORGANISER)
    ResponseEntity<EventView> postpone(@PathVariable EventId id, @Valid @RequestBody Because because) {
        return answer(desk.postpone(id, because.reason()));
    }

    @PostMapping("/{id}/cancellation")
    @PreAuthorize(ORGANISER)
    ResponseEntity<EventView> cancel(@PathVariable EventId id, @Valid @RequestBody Because because) {
        return answer(desk.cancel(id, because.reason()));
    }

    @PostMapping("/{id}/conclusion")
    @PreAuthorize(ORGANISER)
    ResponseEntity<EventView> conclude(@PathVariable EventId id) {
        return answer(desk.conclude(id));
    }

    private static ResponseEntity<EventView> answer(Event event) {
        return Answers.of(event, EventView.of(event));
    }

    record Description(
            @NotBlank @Size(max = 40) @Pattern(regexp = "\\P{Cc}*")
            String edition,

            @NotNull @Valid Words name,

            @NotNull @Size(max = 200) @Pattern(regexp = "\\P{Cc}*")
            String venue) {}

    record Opening(@NotNull Instant closesAt, @Positive int membersPerDelegation) {}

    record Publication(
            @Size(max = 60) @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn,
            @Size(max = 500) @Nullable String exemption) {}

    record Rescheduling(@NotNull @Valid LocalWindow window) {}

    record Because(
            @NotBlank @Size(max = 500) @Pattern(regexp = "\\P{Cc}*")
            String reason) {}
}
