package vn.hoingo.events.permit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import vn.hoingo.events.dossier.Consultation;
import vn.hoingo.events.dossier.Readiness;
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
        return answer(desk.submit(event, dossier.submittedOn(), dossier.waiver(), dossier.gap()));
    }

    /** How far the papers are: each that is named, the others stay as they are. */
    @PostMapping("/papers")
    ResponseEntity<PermitView> prepare(@PathVariable EventId event, @Valid @RequestBody Papers papers) {
        return answer(desk.prepare(event, papers.papers()));
    }

    @PostMapping("/materials")
    ResponseEntity<PermitView> addMaterial(@PathVariable EventId event, @Valid @RequestBody NewMaterial material) {
        return answer(desk.addMaterial(event, material.title(), material.language()));
    }

    @PostMapping("/materials/{material}/state")
    ResponseEntity<PermitView> prepareMaterial(
            @PathVariable EventId event, @PathVariable UUID material, @Valid @RequestBody MaterialState now) {
        Readiness translation = now.translation();
        return answer(desk.prepareMaterial(
                event, material, now.state(), translation == null ? Readiness.MISSING : translation));
    }

    @PostMapping("/materials/{material}/dropping")
    ResponseEntity<PermitView> dropMaterial(@PathVariable EventId event, @PathVariable UUID material) {
        return answer(desk.dropMaterial(event, material));
    }

    @PostMapping("/consultations")
    ResponseEntity<PermitView> consult(@PathVariable EventId event, @Valid @RequestBody NewConsultation asked) {
        return answer(desk.consult(event, asked.body(), asked.askedOn()));
    }

    @PostMapping("/consultations/{consultation}/answer")
    ResponseEntity<PermitView> answer(
            @PathVariable EventId event, @PathVariable UUID consultation, @Valid @RequestBody Opinion given) {
        return answer(desk.answer(
                event, consultation, new Consultation.Answer(given.answeredOn(), given.opinion(), given.words())));
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

    private ResponseEntity<PermitView> answer(Permit permit) {
        return Answers.of(permit, PermitView.of(permit, desk.today(permit)));
    }

    record Topics(@NotNull @Size(max = 20) Set<@NotBlank @Size(max = 40) String> topics) {}

    record Dossier(
            @NotNull LocalDate submittedOn,

            @Size(max = 500) @Pattern(regexp = "\\P{Cc}*") @Nullable
            String waiver,

            @Size(max = 500) @Pattern(regexp = "\\P{Cc}*") @Nullable
            String gap) {}

    record Papers(@NotNull @Size(max = 20) Map<@NotBlank @Size(max = 60) String, @NotNull Readiness> papers) {}

    /** @param language a two-letter code such as {@code en} */
    record NewMaterial(
            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*")
            String title,

            @NotNull @Pattern(regexp = "[a-z]{2}") String language) {}

    record MaterialState(@NotNull Readiness state, @Nullable Readiness translation) {}

    record NewConsultation(
            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*")
            String body,

            @NotNull LocalDate askedOn) {}

    record Opinion(
            @NotNull LocalDate answeredOn,
            Consultation.@NotNull Opinion opinion,

            @Size(max = 500) @Pattern(regexp = "\\P{Cc}*") @Nullable
            String words) {}

    record Grant(
            @NotBlank @Size(max = 60) @Pattern(regexp = "\\P{Cc}*")
            String decisionNumber,

            @NotNull LocalDate decidedOn) {}

    record Because(
            @NotBlank @Size(max = 500) @Pattern(regexp = "\\P{Cc}*")
            String reason) {}
}
