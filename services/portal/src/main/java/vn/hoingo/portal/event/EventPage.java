package vn.hoingo.portal.event;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.event.Edition.Activity;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Times;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Window;

/** The list of editions, and one edition as a column of sentences, each with its button, beside the programme. */
@Controller
@RequestMapping("/events")
@ImportHttpServices(group = "events", types = EventsClient.class)
class EventPage {

    private static final int PER_PAGE = 30;

    private final EventsClient events;
    private final Editions editions;
    private final Times times;

    EventPage(EventsClient events, Editions editions, Times times) {
        this.events = events;
        this.editions = editions;
        this.times = times;
    }

    @GetMapping
    String list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String series,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String after,
            Reader reader,
            Model page) {
        Listing<Edition> found = events.list(filled(q), filled(series), filled(state), after, PER_PAGE);
        page.addAttribute("editions", found);
        page.addAttribute(
                "states", List.of("in-preparation", "published", "draft", "postponed", "concluded", "cancelled"));
        page.addAttribute("q", q);
        page.addAttribute("state", state);
        page.addAttribute("filtered", filled(q) != null || filled(state) != null);
        page.addAttribute("mayAct", reader.is("organiser"));
        return "event/events";
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Form form, Reader reader, Model page) {
        return show(id, form, reader, page);
    }

    private String show(UUID id, Form form, Reader reader, Model page) {
        Edition edition = events.one(id);
        Window window = edition.window();
        form.knowing(
                "membersPerDelegation",
                edition.registration() == null ? 12 : edition.registration().membersPerDelegation());
        form.knowing("closesAt", closes(edition));
        form.knowing("edition", edition.edition())
                .knowing("name.vi", edition.name().vi())
                .knowing("name.en", edition.name().en())
                .knowing("venue", edition.venue())
                .knowing("version", edition.version());
        page.addAttribute("edition", edition);
        page.addAttribute("programme", programme(editions.programme(id)));
        page.addAttribute("mayAct", reader.is("organiser"));
        return "event/event";
    }

    /** As it stands; else three weeks before the first day, when lists have to be closed. */
    private LocalDateTime closes(Edition edition) {
        return edition.registration() == null
                ? edition.window().start().minusDays(20).toLocalDate().atTime(17, 0)
                : times.local(
                        edition.registration().closesAt(), edition.window().zone());
    }

    private static Map<LocalDate, List<Activity>> programme(List<Activity> activities) {
        return activities.stream()
                .sorted(Comparator.comparing(
                                (Activity activity) -> activity.window().start())
                        .thenComparing(activity -> activity.window().end()))
                .collect(Collectors.groupingBy(
                        activity -> activity.window().start().toLocalDate(), TreeMap::new, Collectors.toList()));
    }

    @PostMapping("/{id}/preparation")
    String prepare(@PathVariable UUID id, Form form, Reader reader, Model page) {
        return doing(id, "preparation", Map.of(), "event-prepared", form, reader, page);
    }

    @PostMapping("/{id}/registration")
    String openRegistration(@PathVariable UUID id, Form form, Reader reader, Model page) {
        LocalDateTime closes = form.moment("closesAt");
        Integer members = form.number("membersPerDelegation");
        String zone = events.one(id).window().zone();
        EventsClient.Opening opening = new EventsClient.Opening(
                closes == null ? null : closes.atZone(ZoneId.of(zone)).toInstant(), members);
        return form.doing(
                () -> {
                    events.act(id, "registration", opening);
                    return "redirect:/events/" + id + "?done=registration-opened";
                },
                () -> {
                    if (form.reason().startsWith("registration-closes-")) {
                        form.gathering("closesAt");
                    }
                    return show(id, form, reader, page);
                });
    }

    @PostMapping("/{id}/registration-closing")
    String closeRegistration(@PathVariable UUID id, Form form, Reader reader, Model page) {
        return doing(id, "registration-closing", Map.of(), "registration-closed", form, reader, page);
    }

    @PostMapping("/{id}/publication")
    String publish(@PathVariable UUID id, Form form, Reader reader, Model page) {
        EventsClient.Permit permit =
                new EventsClient.Permit(form.text("decisionNumber"), form.day("decidedOn"), form.text("exemption"));
        return doing(id, "publication", permit, "event-published", form, reader, page);
    }

    @PostMapping("/{id}/postponement")
    String postpone(@PathVariable UUID id, Form form, Reader reader, Model page) {
        return doing(
                id,
                "postponement",
                new EventsClient.Because(form.text("reason")),
                "event-postponed",
                form,
                reader,
                page);
    }

    @PostMapping("/{id}/conclusion")
    String conclude(@PathVariable UUID id, Form form, Reader reader, Model page) {
        return doing(id, "conclusion", Map.of(), "event-concluded", form, reader, page);
    }

    @PostMapping("/{id}/description")
    String describe(@PathVariable UUID id, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    events.describe(
                            id,
                            "\"" + form.value("version") + "\"",
                            new EventsClient.Description(
                                    form.text("edition"), NewEditionPage.name(form), form.textOr("venue", "")));
                    return "redirect:/events/" + id + "?done=event-described";
                },
                () -> show(id, form, reader, page));
    }

    private String doing(UUID id, String act, Object body, String done, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    events.act(id, act, body);
                    return "redirect:/events/" + id + "?done=" + done;
                },
                () -> show(id, form, reader, page));
    }
}
