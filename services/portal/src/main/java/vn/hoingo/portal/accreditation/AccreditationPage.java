package vn.hoingo.portal.accreditation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.accreditation.AccreditationsClient.Accreditation;
import vn.hoingo.portal.accreditation.AccreditationsClient.Because;
import vn.hoingo.portal.accreditation.AccreditationsClient.Zones;
import vn.hoingo.portal.delegation.DelegationsClient;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.relay.Answer;

/** Issues the badges of a delegation, prints them, and takes them back. */
@Controller
@RequestMapping("/delegations/{delegation}/accreditation")
@PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'protocol-officer')")
@ImportHttpServices(group = "delegations", types = AccreditationsClient.class)
class AccreditationPage {

    private static final int MOST = 200;
    private static final List<String> USUAL = List.of("general", "plenary");

    private final AccreditationsClient accreditations;
    private final DelegationsClient delegations;
    private final Words words;

    AccreditationPage(AccreditationsClient accreditations, DelegationsClient delegations, Words words) {
        this.accreditations = accreditations;
        this.delegations = delegations;
        this.words = words;
    }

    @GetMapping
    String all(@PathVariable UUID delegation, Form form, Model page) {
        return show(delegation, form, page);
    }

    private String show(UUID id, Form form, Model page) {
        form.knowing("zones", USUAL);
        Map<UUID, Accreditation> badges = accreditations.of(id, MOST).items().stream()
                .collect(Collectors.toMap(Accreditation::memberId, Function.identity()));
        page.addAttribute("delegation", delegations.one(id));
        page.addAttribute("badges", badges);
        page.addAttribute("printable", badges.values().stream().anyMatch(Accreditation::isGood));
        page.addAttribute("zones", words.choices("zone", AccreditationsClient.ZONES));
        return "accreditation/accreditation";
    }

    @PostMapping
    String issueAll(@PathVariable UUID delegation, Form form, Model page) {
        return doing(delegation, "issued", form, page, () -> accreditations.issueAll(delegation, zones(form)));
    }

    @PostMapping("/members/{member}")
    String issue(@PathVariable UUID delegation, @PathVariable UUID member, Form form, Model page) {
        return doing(delegation, "issued", form, page, () -> accreditations.issue(delegation, member, zones(form)));
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID delegation, @PathVariable UUID id, Form form, Model page) {
        return edit(delegation, id, form, page);
    }

    private String edit(UUID delegation, UUID id, Form form, Model page) {
        Accreditation badge = accreditations.of(delegation, MOST).items().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Answer.absent("badge"));
        form.knowing("zones", badge.zones());
        page.addAttribute("delegation", delegations.one(delegation));
        page.addAttribute("badge", badge);
        page.addAttribute("zones", words.choices("zone", AccreditationsClient.ZONES));
        return "accreditation/badge";
    }

    @PostMapping("/{id}/zones")
    String allow(@PathVariable UUID delegation, @PathVariable UUID id, Form form, Model page) {
        return changing(delegation, id, "zones", zones(form), form, page);
    }

    @PostMapping("/{id}/reprint")
    String reprint(@PathVariable UUID delegation, @PathVariable UUID id, Form form, Model page) {
        return changing(delegation, id, "reprint", Map.of(), form, page);
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable UUID delegation, @PathVariable UUID id, Form form, Model page) {
        if (!form.has("reason")) {
            form.wrong("reason", words.say("wrong.reason"));
        }
        return changing(delegation, id, "revocation", new Because(form.text("reason")), form, page);
    }

    private String changing(UUID delegation, UUID id, String act, Object body, Form form, Model page) {
        return form.doing(
                () -> {
                    accreditations.act(id, act, body);
                    return "redirect:/delegations/" + delegation + "/accreditation/" + id + "?done=badge-" + act;
                },
                () -> edit(delegation, id, form, page));
    }

    private String doing(UUID delegation, String done, Form form, Model page, Supplier<?> act) {
        return form.doing(
                () -> {
                    act.get();
                    return "redirect:/delegations/" + delegation + "/accreditation?done=badge-" + done;
                },
                () -> show(delegation, form, page));
    }

    private static Zones zones(Form form) {
        return new Zones(form.values("zones"));
    }

    @GetMapping("/badges.pdf")
    ResponseEntity<byte[]> badges(@PathVariable UUID delegation) {
        return pdf(accreditations.badges(delegation), "badges.pdf");
    }

    @GetMapping("/{id}/badge.pdf")
    ResponseEntity<byte[]> badge(@PathVariable UUID delegation, @PathVariable UUID id) {
        return pdf(accreditations.badge(id), "badge.pdf");
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(file).build().toString())
                .body(content);
    }
}
