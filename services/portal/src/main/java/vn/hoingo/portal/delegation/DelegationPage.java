package vn.hoingo.portal.delegation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.hoingo.portal.follow.Consequences;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.relay.Together;

/** One delegation: is it complete and right? Members with their states, and the acts that this reader may do now. */
@Controller
@RequestMapping("/delegations/{id}")
class DelegationPage {

    private final DelegationsClient delegations;
    private final Consequences consequences;
    private final Words words;

    DelegationPage(DelegationsClient delegations, Consequences consequences, Words words) {
        this.delegations = delegations;
        this.consequences = consequences;
        this.words = words;
    }

    @GetMapping
    String one(@PathVariable UUID id, Form form, Reader reader, Model page) {
        if (reader.isPartner()) {
            return "redirect:/register/" + id;
        }
        return show(id, form, page);
    }

    private String show(UUID id, Form form, Model page) {
        show(delegations.one(id), delegations, page);
        return "delegation/delegation";
    }

    /** To whom decides also what is other than at the last decision; without an answer the rest is shown. */
    static void show(Delegation delegation, DelegationsClient delegations, Model page) {
        page.addAttribute("delegation", delegation);
        if (delegation.may("request-changes") || delegation.may("revoke")) {
            page.addAttribute(
                    "differences",
                    Together.ask(() -> delegations.differences(delegation.id())).orNothing());
        }
    }

    @PostMapping("/review")
    String review(@PathVariable UUID id, Form form, Model page) {
        return doing(id, "review", Map.of(), form, page);
    }

    @PostMapping("/approval")
    String approve(@PathVariable UUID id, Form form, Model page) {
        return doing(id, "approval", Map.of(), form, page);
    }

    @PostMapping("/rejection")
    String reject(@PathVariable UUID id, Form form, Model page) {
        return doing(id, "rejection", reason(form), form, page);
    }

    @PostMapping("/change-requests")
    String askForChanges(@PathVariable UUID id, Form form, Model page) {
        if (!form.has("note")) {
            form.wrong("note", words.say("delegation.ask.note.needed"));
        }
        return doing(
                id,
                "change-requests",
                Map.of("memberIds", form.values("memberIds"), "note", form.textOr("note", "")),
                form,
                page);
    }

    @PostMapping("/changes/{change}/{decision}")
    String decide(
            @PathVariable UUID id, @PathVariable UUID change, @PathVariable String decision, Form form, Model page) {
        return form.doing(
                () -> {
                    delegations.decide(id, change, decision.equals("approval") ? "approval" : "refusal");
                    return "redirect:/delegations/" + id + "?done=change-" + decision;
                },
                () -> show(id, form, page));
    }

    /** What the change would cause, asked only when somebody looks at it. */
    @GetMapping("/changes/{change}/follows")
    String follows(@PathVariable UUID id, @PathVariable UUID change, Model page) {
        Delegation delegation = delegations.one(id);
        delegation.changes().stream()
                .filter(one -> one.changeId().equals(change) && one.kind().equals("head-replaced"))
                .findFirst()
                .ifPresent(one -> page.addAttribute(
                        "follows",
                        consequences.of(
                                HeadPage.REPLACED, HeadPage.fact(delegation, delegation.member(one.memberId())))));
        page.addAttribute("delegation", delegation);
        return "delegation/delegation :: follows";
    }

    @GetMapping("/{act:withdrawal|revocation}")
    String askToEnd(@PathVariable UUID id, @PathVariable String act, Form form, Model page) {
        return ending(id, act, form, page);
    }

    @PostMapping("/{act:withdrawal|revocation}")
    String end(@PathVariable UUID id, @PathVariable String act, Form form, Model page) {
        if (act.equals("revocation") && !form.has("reason")) {
            form.wrong("reason", words.say("wrong.reason"));
        }
        return form.doing(
                () -> {
                    delegations.act(id, act, reason(form));
                    return "redirect:/delegations/" + id + "?done=delegation-" + act;
                },
                () -> ending(id, act, form, page));
    }

    private String ending(UUID id, String act, Form form, Model page) {
        Delegation delegation = delegations.one(id);
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("delegationId", delegation.id());
        fact.put("eventId", delegation.eventId());
        fact.put("partnerId", delegation.partnerId());
        fact.put("version", delegation.revision());
        String type =
                act.equals("withdrawal") ? "delegations.delegation-withdrawn.v1" : "delegations.delegation-revoked.v1";
        page.addAttribute("delegation", delegation);
        page.addAttribute("act", act);
        page.addAttribute("follows", consequences.of(type, fact));
        page.addAttribute("sentences", List.of(words.say("follow.ended.cars"), words.say("follow.ended.final")));
        return "delegation/ending";
    }

    @GetMapping("/documents/{document}")
    ResponseEntity<byte[]> document(@PathVariable UUID id, @PathVariable UUID document) {
        ResponseEntity<byte[]> file = delegations.document(id, document, "review of the delegation");
        MediaType type = file.getHeaders().getContentType();
        return ResponseEntity.ok()
                .contentType(type == null ? MediaType.APPLICATION_OCTET_STREAM : type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("letter-of-credentials")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file.getBody());
    }

    private static Map<String, @Nullable Object> reason(Form form) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        if (form.has("reason")) {
            body.put("reason", form.text("reason"));
        }
        return body;
    }

    private String doing(UUID id, String act, Object body, Form form, Model page) {
        return form.doing(
                () -> {
                    delegations.act(id, act, body);
                    return "redirect:/delegations/" + id + "?done=delegation-" + act;
                },
                () -> show(id, form, page));
    }
}
