package vn.hoingo.portal.permit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.event.Edition;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Words;

/** Takes an edition through its permit. */
@Controller
@RequestMapping("/events/{event}/permit")
@PreAuthorize("hasRole('organiser')")
@ImportHttpServices(group = "events", types = PermitsClient.class)
class PermitPage {

    private final PermitsClient permits;
    private final Editions editions;
    private final Words words;
    private final Clock clock;

    PermitPage(PermitsClient permits, Editions editions, Words words, Clock clock) {
        this.permits = permits;
        this.editions = editions;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("!hasRole('partner')")
    String one(@PathVariable UUID event, Form form, Reader reader, Model page) {
        return show(event, form, reader, page);
    }

    private String show(UUID event, Form form, Reader reader, Model page) {
        Edition edition = editions.one(event);
        Permit permit = permits.of(event);
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), ZoneId.of(edition.window().zone()));
        form.knowing("topics", permit.topics()).knowing("submittedOn", today).knowing("decidedOn", today);
        page.addAttribute("edition", edition);
        page.addAttribute("permit", permit);
        page.addAttribute("topics", words.choices("topic", permit.possibleTopics()));
        page.addAttribute("overdue", today.isAfter(permit.fileBy()) && permit.mayBeFiled() && !edition.isOver(today));
        page.addAttribute("mayAct", reader.is("organiser"));
        return "permit/permit";
    }

    @PostMapping("/topics")
    String flag(@PathVariable UUID event, Form form, Reader reader, Model page) {
        return doing(event, "topics", new Topics(form.values("topics")), form, reader, page);
    }

    @PostMapping("/dossier")
    String submit(@PathVariable UUID event, Form form, Reader reader, Model page) {
        return doing(event, "dossier", new Dossier(form.day("submittedOn"), form.text("waiver")), form, reader, page);
    }

    @PostMapping("/grant")
    String grant(@PathVariable UUID event, Form form, Reader reader, Model page) {
        return doing(event, "grant", new Grant(form.text("decisionNumber"), form.day("decidedOn")), form, reader, page);
    }

    @PostMapping("/return")
    String giveBack(@PathVariable UUID event, Form form, Reader reader, Model page) {
        return doing(event, "return", new Because(form.text("reason")), form, reader, page);
    }

    @PostMapping("/refusal")
    String refuse(@PathVariable UUID event, Form form, Reader reader, Model page) {
        return doing(event, "refusal", new Because(form.text("reason")), form, reader, page);
    }

    private String doing(UUID event, String act, Object body, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    permits.act(event, act, body);
                    return "redirect:/events/" + event + "/permit?done=permit-" + act;
                },
                () -> show(event, form, reader, page));
    }

    record Topics(List<String> topics) {}

    record Dossier(
            @Nullable LocalDate submittedOn, @Nullable String waiver) {}

    record Grant(@Nullable String decisionNumber, @Nullable LocalDate decidedOn) {}

    record Because(@Nullable String reason) {}
}
