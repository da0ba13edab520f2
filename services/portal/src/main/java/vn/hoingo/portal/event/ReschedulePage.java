package vn.hoingo.portal.event;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.hoingo.portal.follow.Consequences;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.relay.Window;

/** Two acts that move everybody: new dates, and calling the event off. What follows is shown first; nothing happens before it is confirmed. */
@Controller
@RequestMapping("/events/{id}")
class ReschedulePage {

    private final EventsClient events;
    private final Editions editions;
    private final Consequences consequences;
    private final Words words;

    ReschedulePage(EventsClient events, Editions editions, Consequences consequences, Words words) {
        this.events = events;
        this.editions = editions;
        this.consequences = consequences;
        this.words = words;
    }

    @GetMapping("/reschedule")
    String ask(@PathVariable UUID id, Form form, Model page) {
        return show(events.one(id), "reschedule", form, page);
    }

    @PostMapping("/reschedule")
    String reschedule(@PathVariable UUID id, Form form, Model page) {
        Edition edition = events.one(id);
        LocalDateTime start = form.moment("window.start");
        LocalDateTime end = form.moment("window.end");
        if (start == null && !form.isWrong("window.start")) {
            form.wrong("window.start", words.say("wrong.moment"));
        }
        if (end == null && !form.isWrong("window.end")) {
            form.wrong("window.end", words.say("wrong.moment"));
        }
        if (start != null && end != null && !end.isAfter(start)) {
            form.wrong("window.end", words.say("wrong.ends-before"));
        }
        String zone = form.textOr("window.zone", edition.window().zone());
        return form.doing(
                () -> {
                    EventsClient.LocalWindow becomes = new EventsClient.LocalWindow(start, end, zone);
                    if (form.yes("confirmed")) {
                        events.act(id, "rescheduling", new EventsClient.Rescheduling(becomes));
                        return "redirect:/events/" + id + "?done=event-rescheduled";
                    }
                    Map<String, Object> fact = Map.of(
                            "eventId",
                            id,
                            "old",
                            plain(edition.window()),
                            "new",
                            becomes,
                            "revision",
                            edition.revision() + 1);
                    page.addAttribute("follows", consequences.of("events.event-rescheduled.v1", fact));
                    page.addAttribute(
                            "sentences",
                            List.of(
                                    words.say(
                                            "follow.rescheduled.activities",
                                            editions.programme(id).stream()
                                                    .filter(activity -> !activity.isDropped())
                                                    .count()),
                                    words.say("follow.rescheduled.arrivals")));
                    if (start != null && end != null) {
                        page.addAttribute("becomes", new Window(start, end, zone));
                    }
                    return show(edition, "reschedule", form, page);
                },
                () -> show(edition, "reschedule", form, page));
    }

    @GetMapping("/cancel")
    String askToCancel(@PathVariable UUID id, Form form, Model page) {
        return show(events.one(id), "cancel", form, page);
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable UUID id, Form form, Model page) {
        Edition edition = events.one(id);
        if (!form.has("reason")) {
            form.wrong("reason", words.say("wrong.reason"));
        }
        return form.doing(
                () -> {
                    if (form.yes("confirmed")) {
                        events.act(id, "cancellation", new EventsClient.Because(form.text("reason")));
                        return "redirect:/events/" + id + "?done=event-cancelled";
                    }
                    page.addAttribute(
                            "follows",
                            consequences.of(
                                    "events.event-cancelled.v1",
                                    Map.of("eventId", id, "reason", form.value("reason"))));
                    page.addAttribute(
                            "sentences",
                            List.of(words.say("follow.cancelled.letters"), words.say("follow.cancelled.final")));
                    return show(edition, "cancel", form, page);
                },
                () -> show(edition, "cancel", form, page));
    }

    private static EventsClient.LocalWindow plain(Window window) {
        return new EventsClient.LocalWindow(window.start(), window.end(), window.zone());
    }

    private static String show(Edition edition, String act, Form form, Model page) {
        form.knowing("window.start", edition.window().start())
                .knowing("window.end", edition.window().end())
                .knowing("window.zone", edition.window().zone());
        page.addAttribute("edition", edition);
        page.addAttribute("act", act);
        return "event/reschedule";
    }
}
