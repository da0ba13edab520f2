package vn.hoingo.events.permit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
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
import vn.hoingo.events.event.EventId;

/** The permit of an edition over HTTP: staff may look, organisers may act. */
@RestController
@RequestMapping("/api/events/{event}/permit")
@PreAuthorize("hasRole('organiser')")
class PermitController {

    private static final String STAFF =
            "hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', 'dispatcher',"
                    + " 'operations-watcher', 'auditor', 'service')";

    private final PermitDesk desk;

    PermitController(PermitDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @PreAuthorize(STAFF)
    ResponseEntity<PermitView> one(@PathVariable EventId event) {
        return answer(desk.get(event));
    }

    @PostMapping("/topics")
    ResponseEntity<PermitView> flag(@PathVariable EventId event, @Valid @RequestBody Topics touched) {
        return answer(desk.flag(event, touched.topics()));
    }

    @PostMapping("/dossier")
    ResponseEntity<PermitView> submit(@PathVariable EventId event, @Valid @RequestBody Dossier dossier) {
        return answer(desk.submit(event, dossier.submittedOn(), dossier.waiver()));
    }

    @PostMapping("/return")
    ResponseEntity<PermitView> giveBack(@PathVariable EventId event, @Valid @RequestBody Because because) {
        return answer(desk.giveBack(event, because.reason()));
    }

    @PostMapping("/grant")
    ResponseEntity<PermitView> grant(@PathVariable EventId event, @Valid @RequestBody Grant grant) {
        return answer(desk.grant(event, grant.decisionNumber(), grant.decidedOn()));
    }

    @PostMapping("/refusal")
    ResponseEntity<PermitView> refuse(@PathVariable EventId event, @Valid @RequestBody Because because) {
        return answer(desk.refuse(event, because.reason()));
    }

    private static ResponseEntity<PermitView> answer(Permit permit) {
        return Answers.of(permit, PermitView.of(permit));
    }

    record Topics(@NotNull @Size(max = 20) Set<@NotBlank @Size(max = 40) String> topics) {}

    record Dossier(
            @NotNull LocalDate submittedOn,

            @Size(max = 500) @Pattern(regexp = "\\P{Cc}*") @Nullable
            String waiver) {}

    record Grant(
            @NotBlank @Size(max = 60) @Pattern(regexp = "\\P{Cc}*")
            String decisionNumber,

            @NotNull LocalDate decidedOn) {}

    record Because(
            @NotBlank @Size(max = 500) @Pattern(regexp = "\\P{Cc}*")
            String reason) {}
}
