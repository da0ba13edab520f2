package vn.hoingo.portal.partner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.delegation.Delegation;
import vn.hoingo.portal.delegation.DelegationsClient;
import vn.hoingo.portal.event.Edition;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.partner.PartnersClient.FocalPoint;
import vn.hoingo.portal.partner.PartnersClient.Partner;
import vn.hoingo.portal.relay.Text;
import vn.hoingo.portal.relay.Together;

/** Who can be asked to send a delegation, and how its focal point gets in: by a one-time link in an e-mail. */
@Controller
@RequestMapping("/partners")
@PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', 'auditor')")
@ImportHttpServices(group = "delegations", types = PartnersClient.class)
@ImportHttpServices(group = "identity", types = PartnersClient.Links.class)
class PartnerPage {

    private static final int PER_PAGE = 50;
    private static final List<String> KINDS =
            List.of("locality", "consulate", "corporation", "international-organisation");
    private static final List<String> RELATIONS = List.of("sister", "friendly", "cooperation");

    private final PartnersClient partners;
    private final PartnersClient.Links links;
    private final DelegationsClient delegations;
    private final Editions editions;
    private final Words words;

    PartnerPage(
            PartnersClient partners,
            PartnersClient.Links links,
            DelegationsClient delegations,
            Editions editions,
            Words words) {
        this.partners = partners;
        this.links = links;
        this.delegations = delegations;
        this.editions = editions;
        this.words = words;
    }

    @GetMapping
    String list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String after,
            Reader reader,
            Model page) {
        page.addAttribute(
                "partners",
                partners.list(
                        q == null || q.isBlank() ? null : q.strip(),
                        kind == null || kind.isBlank() ? null : kind,
                        after,
                        PER_PAGE));
        page.addAttribute("q", q);
        page.addAttribute("kind", kind);
        page.addAttribute("kinds", words.choices("kind", KINDS));
        page.addAttribute("mayAct", reader.is("organiser", "delegation-officer"));
        return "partner/partners";
    }

    @GetMapping("/new")
    String ask(Form form, Model page) {
        form.knowing("language", "en").knowing("kind", "locality");
        return edit(null, form, page);
    }

    @PostMapping("/new")
    String add(Form form, Model page) {
        return form.doing(
                () -> "redirect:/partners/" + partners.add(typed(form)).id() + "?done=partner-added",
                () -> edit(null, form, page));
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Form form, Reader reader, Model page) {
        return show(id, form, reader, page);
    }

    private String show(UUID id, Form form, Reader reader, Model page) {
        var all = Together.ask(editions::all);
        var coming = Together.ask(
                () -> delegations.list(null, id, null, null, null, PER_PAGE).items());
        Partner partner = partners.one(id);
        form.knowing("email", partner.contactEmail())
                .knowing("name", partner.contactName())
                .knowing("locale", partner.language());
        List<Edition> open = all.orNothing();
        List<Delegation.Line> lines = coming.orNothing();
        page.addAttribute("partner", partner);
        page.addAttribute("delegations", lines == null ? List.of() : lines);
        page.addAttribute(
                "open",
                open == null
                        ? List.of()
                        : open.stream().filter(Edition::registrationIsOpen).toList());
        page.addAttribute("languages", Map.of("vi", words.of("language", "vi"), "en", words.of("language", "en")));
        page.addAttribute("mayAct", reader.is("organiser", "delegation-officer"));
        return "partner/partner";
    }

    @PostMapping("/{id}/focal-point")
    String invite(@PathVariable UUID id, Form form, Reader reader, Model page) {
        UUID event = form.id("event");
        return form.doing(
                () -> {
                    String subject =
                            event == null ? null : editions.one(event).name().here();
                    links.invite(new FocalPoint(
                            form.text("email"),
                            form.text("name"),
                            id,
                            form.textOr("locale", "en"),
                            event == null ? "/register" : "/register?event=" + event,
                            subject));
                    return "redirect:/partners/" + id + "?done=focal-point-invited";
                },
                () -> show(id, form, reader, page));
    }

    @GetMapping("/{id}/edit")
    String askToChange(@PathVariable UUID id, Form form, Model page) {
        Partner partner = partners.one(id);
        know(partner, form);
        return edit(partner, form, page);
    }

    private static void know(Partner partner, Form form) {
        form.knowing("name.vi", partner.name().vi())
                .knowing("name.en", partner.name().en())
                .knowing("kind", partner.kind())
                .knowing("countryCode", partner.countryCode())
                .knowing(
                        "countryName.vi",
                        partner.countryName() == null
                                ? null
                                : partner.countryName().vi())
                .knowing(
                        "countryName.en",
                        partner.countryName() == null
                                ? null
                                : partner.countryName().en())
                .knowing("relation", partner.relation())
                .knowing("relationSince", partner.relationSince())
                .knowing("language", partner.language())
                .knowing("contactName", partner.contactName())
                .knowing("contactEmail", partner.contactEmail())
                .knowing("note", partner.note())
                .knowing("version", partner.version());
    }

    @PostMapping("/{id}/edit")
    String change(@PathVariable UUID id, Form form, Model page) {
        return form.doing(
                () -> {
                    Map<String, @Nullable Object> typed = typed(form);
                    List<String> aliases = partners.one(id).aliases();
                    if (aliases != null && !aliases.isEmpty()) {
                        typed.put("aliases", aliases);
                    }
                    partners.change(id, "\"" + form.value("version") + "\"", typed);
                    return "redirect:/partners/" + id + "?done=partner-changed";
                },
                () -> {
                    Partner now = partners.one(id);
                    if (form.isStale()) {
                        page.addAttribute("theirs", now);
                        form.sayingOver("version", now.version());
                    }
                    return edit(now, form, page);
                });
    }

    private static Map<String, @Nullable Object> typed(Form form) {
        Map<String, @Nullable Object> partner = new LinkedHashMap<>();
        partner.put("name", new Text(form.text("name.vi"), form.text("name.en")));
        partner.put("countryName", new Text(form.text("countryName.vi"), form.text("countryName.en")));
        partner.put("kind", form.text("kind"));
        partner.put("countryCode", form.text("countryCode"));
        partner.put("language", form.text("language"));
        for (String field : List.of("relation", "relationSince", "contactName", "contactEmail", "note")) {
            if (form.has(field)) {
                partner.put(field, form.text(field));
            }
        }
        return partner;
    }

    private String edit(@Nullable Partner partner, Form form, Model page) {
        page.addAttribute("partner", partner);
        page.addAttribute("kinds", words.choices("kind", KINDS));
        page.addAttribute("relations", words.choices("relation", RELATIONS));
        page.addAttribute("languages", Map.of("vi", words.of("language", "vi"), "en", words.of("language", "en")));
        return "partner/edit";
    }
}
