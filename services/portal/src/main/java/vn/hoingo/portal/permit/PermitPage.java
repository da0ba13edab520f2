package vn.hoingo.portal.permit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final List<String> READINESS = List.of("missing", "draft", "ready");
    private static final List<String> OPINIONS = List.of("agrees", "agrees-with-changes", "objects");
    private static final List<String> LANGUAGES = List.of(
            "vi", "en", "zh", "ja", "ko", "fr", "ru", "de", "es", "it", "pt", "nl", "hu", "lo", "km", "th", "id");
    private static final String PAPER = "papers.";

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
        form.knowing("askedOn", today).knowing("answeredOn", today).knowing("language", "en");
        page.addAttribute("edition", edition);
        page.addAttribute("permit", permit);
        page.addAttribute("topics", words.choices("topic", permit.possibleTopics()));
        page.addAttribute("overdue", permit.isLate(today) && !edition.isOver(today));
        page.addAttribute("readiness", words.choices("readiness", READINESS));
        page.addAttribute("languages", words.choices("language", LANGUAGES));
        page.addAttribute("opinions", words.choices("opinion", OPINIONS));
        page.addAttribute("mayAct", reader.is("organiser"));
        return "permit/permit";
    }

    @PostMapping("/topics")
    String flag(@PathVariable UUID event, Form form, Reader reader, Model page) {
        return doing(event, "topics", new Topics(form.values("topics")), form, reader, page);
    }

    @PostMapping("/dossier")
    String submit(@PathVariable UUID event, Form form, Reader reader, Model page) {
        return doing(
                event,
                "dossier",
                new Dossier(form.day("submittedOn"), form.text("waiver"), form.text("gap")),
                form,
                reader,
                page);
    }

    @PostMapping("/papers")
    String prepare(@PathVariable UUID event, Form form, Reader reader, Model page) {
        Map<String, String> papers = new LinkedHashMap<>();
        form.fields().stream()
                .filter(field -> field.startsWith(PAPER))
                .forEach(field -> papers.put(field.substring(PAPER.length()), form.value(field)));
        return doing(event, "papers", new Papers(papers), form, reader, page);
    }

    @PostMapping("/materials")
    String add(@PathVariable UUID event, Form form, Reader reader, Model page) {
        return doing(
                event, "materials", new NewMaterial(form.text("title"), form.text("language")), form, reader, page);
    }

    @PostMapping("/materials/{id}/state")
    String prepare(@PathVariable UUID event, @PathVariable UUID id, Form form, Reader reader, Model page) {
        MaterialState now = new MaterialState(form.text("state"), form.text("translation"));
        return doing(event, () -> permits.act(event, "materials", id, "state", now), "papers", form, reader, page);
    }

    @PostMapping("/materials/{id}/dropping")
    String drop(@PathVariable UUID event, @PathVariable UUID id, Form form, Reader reader, Model page) {
        return doing(
                event, () -> permits.act(event, "materials", id, "dropping", Map.of()), "papers", form, reader, page);
    }

    @PostMapping("/consultations")
    String consult(@PathVariable UUID event, Form form, Reader reader, Model page) {
        return doing(
                event,
                "consultations",
                new NewConsultation(form.text("body"), form.day("askedOn")),
                form,
                reader,
                page);
    }

    @PostMapping("/opinion")
    String answered(@PathVariable UUID event, Form form, Reader reader, Model page) {
        UUID consultation = form.id("consultation");
        OpinionGiven given = new OpinionGiven(form.day("answeredOn"), form.text("opinion"), form.text("words"));
        if (consultation == null && !form.isWrong("consultation")) {
            form.wrong("consultation", words.say("wrong.choice"));
        }
        return doing(
                event,
                () -> permits.act(event, "consultations", Objects.requireNonNull(consultation), "answer", given),
                "opinion",
                form,
                reader,
                page);
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
        return doing(event, () -> permits.act(event, act, body), act, form, reader, page);
    }

    private String doing(UUID event, Runnable asked, String act, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    asked.run();
                    return "redirect:/events/" + event + "/permit?done=permit-" + act;
                },
                () -> show(event, form, reader, page));
    }

    record Topics(List<String> topics) {}

    record Dossier(
            @Nullable LocalDate submittedOn,
            @Nullable String waiver,
            @Nullable String gap) {}

    record Papers(Map<String, String> papers) {}

    record NewMaterial(@Nullable String title, @Nullable String language) {}

    record MaterialState(@Nullable String state, @Nullable String translation) {}

    record NewConsultation(@Nullable String body, @Nullable LocalDate askedOn) {}

    record OpinionGiven(
            @Nullable LocalDate answeredOn,
            @Nullable String opinion,
            @Nullable String words) {}

    record Grant(@Nullable String decisionNumber, @Nullable LocalDate decidedOn) {}

    record Because(@Nullable String reason) {}
}
