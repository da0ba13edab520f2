package vn.hoingo.events.deadline;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Caller;
import vn.hoingo.events.event.EventId;

/** The plan of an edition over HTTP: staff may look, the owner of a deadline and organisers may settle it. */
@RestController
@RequestMapping("/api/events/{event}/deadlines")
@PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', 'dispatcher', 'check-in')")
class PlanController {

    private static final String STAFF =
            "hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', 'dispatcher', 'check-in',"
                    + " 'operations-watcher', 'auditor', 'service')";

    private final PlanDesk desk;

    PlanController(PlanDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @PreAuthorize(STAFF)
    ResponseEntity<PlanView> all(@PathVariable EventId event) {
        return answer(desk.get(event));
    }

    @PostMapping("/{step}/completion")
    ResponseEntity<PlanView> complete(
            @PathVariable EventId event,
            @PathVariable String step,
            @Valid @RequestBody Completion done,
            Caller caller) {
        return answer(desk.complete(event, step, done.note(), caller));
    }

    @PostMapping("/{step}/setting-aside")
    ResponseEntity<PlanView> setAside(
            @PathVariable EventId event,
            @PathVariable String step,
            @Valid @RequestBody Because because,
            Caller caller) {
        return answer(desk.setAside(event, step, because.reason(), caller));
    }

    @PostMapping("/{step}/reopening")
    ResponseEntity<PlanView> reopen(@PathVariable EventId event, @PathVariable String step, Caller caller) {
        return answer(desk.reopen(event, step, caller));
    }

    private ResponseEntity<PlanView> answer(Plan plan) {
        return Answers.of(plan, PlanView.of(plan, desk.today(plan)));
    }

    record Completion(
            @Size(max = 500) @Pattern(regexp = "\\P{Cc}*") @Nullable
            String note) {}

    record Because(
            @NotBlank @Size(max = 500) @Pattern(regexp = "\\P{Cc}*")
            String reason) {}
}
