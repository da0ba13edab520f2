package vn.hoingo.delegations.partner;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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
import vn.hoingo.delegations.text.MailAddress;
import vn.hoingo.delegations.text.OneLine;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;

/** Partners over HTTP. */
@RestController
@RequestMapping("/api/delegations/partners")
class PartnerController {

    private static final String STAFF = "hasAnyRole('organiser', 'delegation-officer')";

    private final PartnerDesk desk;

    PartnerController(PartnerDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page<PartnerView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable PartnerKind kind,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String language,
            Paging paging,
            Caller caller) {
        PartnerDesk.Question question = new PartnerDesk.Question(q, kind, country, language);
        return desk.list(question, caller.partner(), paging).map(partner -> PartnerView.of(partner, caller));
    }

    @GetMapping("/{id}")
    ResponseEntity<PartnerView> see(@PathVariable PartnerId id, Caller caller) {
        Partner partner = desk.see(id, caller);
        return Answers.of(partner, PartnerView.of(partner, caller));
    }

    @PostMapping
    @PreAuthorize(STAFF)
    ResponseEntity<PartnerView> register(@Valid @RequestBody PartnerInput input, Caller caller) {
        Partner partner = desk.register(input.particulars());
        return Answers.created(
                partner, "/api/delegations/partners/" + partner.id().value(), PartnerView.of(partner, caller));
    }

    @PutMapping("/{id}")
    @PreAuthorize(STAFF)
    ResponseEntity<PartnerView> change(
            @PathVariable PartnerId id, @Valid @RequestBody PartnerInput input, Caller caller) {
        Partner partner = desk.change(id, input.particulars());
        return Answers.of(partner, PartnerView.of(partner, caller));
    }

    record PartnerInput(
            @Valid @NotNull Text name,
            @Nullable @Size(max = 50) List<@NotNull @OneLine String> aliases,
            @NotNull PartnerKind kind,

            @NotNull @Pattern(regexp = "[A-Z]{2}", message = "{partner.country-code}")
            String countryCode,

            @Valid @NotNull Text countryName,

            @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,63}", message = "{text.code-form}")
            String relation,

            @Nullable LocalDate relationSince,

            @NotNull @Pattern(regexp = "vi|en", message = "{partner.language}")
            String language,

            @Nullable @OneLine String contactName,
            @Nullable @MailAddress String contactEmail,

            @Nullable @Size(max = 2000, message = "{text.too-long-note}")
            String note) {

        Particulars particulars() {
            return new Particulars(
                    name,
                    aliases == null ? List.of() : aliases,
                    kind,
                    countryCode,
                    countryName,
                    relation,
                    relationSince,
                    language,
                    contactName,
                    contactEmail,
                    note);
        }
    }
}
