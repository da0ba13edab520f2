package vn.hoingo.delegations.accreditation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.delegations.text.OneLine;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.messaging.Absent;

/** Badges over HTTP. */
@RestController
@RequestMapping("/api/delegations")
class AccreditationController {

    private static final String ISSUERS = "hasAnyRole('organiser', 'delegation-officer', 'protocol-officer')";
    private static final String READERS =
            "hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', 'check-in')";

    private final AccreditationDesk desk;
    private final BadgePrinter printer;

    AccreditationController(AccreditationDesk desk, BadgePrinter printer) {
        this.desk = desk;
        this.printer = printer;
    }

    @PostMapping("/{delegation}/accreditations")
    @PreAuthorize(ISSUERS)
    All issueAll(@PathVariable UUID delegation, @Valid @RequestBody Zones allowed) {
        List<Accreditation> issued = desk.issueAll(delegation, allowed.set());
        AccreditationDesk.Bearers bearers = desk.bearers(issued);
        return new All(issued.stream()
                .map(each -> AccreditationView.of(each, bearers, true))
                .toList());
    }

    @PostMapping("/{delegation}/members/{member}/accreditation")
    @PreAuthorize(ISSUERS)
    ResponseEntity<AccreditationView> issue(
            @PathVariable UUID delegation, @PathVariable UUID member, @Valid @RequestBody Zones allowed) {
        Accreditation issued = desk.issue(delegation, member, allowed.set());
        return Answers.created(
                issued,
                "/api/delegations/accreditations/" + issued.id().value(),
                AccreditationView.of(issued, desk.bearers(List.of(issued)), true));
    }

    @GetMapping("/accreditations")
    @PreAuthorize(READERS)
    Page<AccreditationView> list(
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable UUID delegation,
            @RequestParam(required = false) Accreditation.@Nullable State state,
            Paging paging,
            Caller caller) {
        Page<Accreditation> page = desk.list(event, delegation, state, paging);
        AccreditationDesk.Bearers bearers = desk.bearers(page.items());
        return page.map(each -> AccreditationView.of(each, bearers, decides(caller)));
    }

    @GetMapping("/accreditations/{id}")
    @PreAuthorize(READERS)
    ResponseEntity<AccreditationView> one(@PathVariable AccreditationId id, Caller caller) {
        return answer(desk.see(id), caller);
    }

    @PostMapping("/accreditations/{id}/zones")
    @PreAuthorize(ISSUERS)
    ResponseEntity<AccreditationView> allow(
            @PathVariable AccreditationId id, @Valid @RequestBody Zones allowed, Caller caller) {
        return answer(desk.allow(id, allowed.set()), caller);
    }

    @PostMapping("/accreditations/{id}/reprint")
    @PreAuthorize(ISSUERS)
    ResponseEntity<AccreditationView> reprint(@PathVariable AccreditationId id, Caller caller) {
        return answer(desk.reprint(id), caller);
    }

    @PostMapping("/accreditations/{id}/revocation")
    @PreAuthorize(ISSUERS)
    ResponseEntity<AccreditationView> revoke(
            @PathVariable AccreditationId id, @Valid @RequestBody Because because, Caller caller) {
        return answer(desk.revoke(id, because.reason()), caller);
    }

    @GetMapping("/accreditations/{id}/badge.pdf")
    @PreAuthorize(ISSUERS)
    ResponseEntity<byte[]> badge(@PathVariable AccreditationId id) {
        return pdf(List.of(desk.see(id)), "badge.pdf");
    }

    @GetMapping("/{delegation}/badges.pdf")
    @PreAuthorize(ISSUERS)
    ResponseEntity<byte[]> badges(@PathVariable UUID delegation) {
        return pdf(desk.ofDelegation(delegation), "badges.pdf");
    }

    private ResponseEntity<byte[]> pdf(List<Accreditation> some, String file) {
        List<Accreditation> good = some.stream()
                .filter(each -> each.state() == Accreditation.State.ISSUED)
                .toList();
        if (good.isEmpty()) {
            throw new Absent("Badge", file);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(file).build().toString())
                .body(printer.print(good));
    }

    private ResponseEntity<AccreditationView> answer(Accreditation shown, Caller caller) {
        return Answers.of(shown, AccreditationView.of(shown, desk.bearers(List.of(shown)), decides(caller)));
    }

    private static boolean decides(Caller caller) {
        return caller.isAnyOf("organiser", "delegation-officer", "protocol-officer");
    }

    record All(List<AccreditationView> items) {}

    record Zones(
            @NotEmpty(message = "{accreditation.zones}") Set<@NotNull Zone> zones) {

        Set<Zone> set() {
            return EnumSet.copyOf(zones);
        }
    }

    record Because(@NotBlank @OneLine @Size(max = 200) String reason) {}
}
