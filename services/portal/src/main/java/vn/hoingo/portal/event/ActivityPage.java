package vn.hoingo.portal.event;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.hoingo.portal.event.Edition.Activity;
import vn.hoingo.portal.follow.Consequences;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.relay.Answer;
import vn.hoingo.portal.relay.Window;

/** One activity of a programme: add it, change it, drop it. */
@Controller
@RequestMapping("/events/{event}/activities")
class ActivityPage {

    private static final List<String> KINDS =
            List.of("plenary", "session", "dinner", "ceremony", "visit", "exhibition");
    private static final List<String> ADMISSIONS = List.of("by-invitation", "by-list", "open");

    private final EventsClient events;
    private final Consequences consequences;
    private final Words words;

    ActivityPage(EventsClient events, Consequences consequences, Words words) {
        this.events = events;
        this.consequences = consequences;
        this.words = words;
    }

    @GetMapping("/new")
    String ask(@PathVariable UUID event, Form form, Model page) {
        Edition edition = events.one(event);
        Window window = edition.window();
        form.knowing("window.start", window.start())
                .knowing("window.end", window.start().plusHours(2));
        return show(edition, form, page);
    }

    @PostMapping("/new")
    String add(@PathVariable UUID event, Form form, Model page) {
        Edition edition = events.one(event);
        var typed = typed(form, edition);
        return form.under("activity")
                .doing(
                        () -> {
                            events.add(new EventsClient.NewActivity(event, typed));
                            return form.yes("next")
                                    ? "redirect:/events/" + event + "/activities/new?done=activity-added"
                                    : "redirect:/events/" + event + "?done=activity-added";
                        },
                        () -> show(edition, form, page));
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID event, @PathVariable UUID id, Form form, Model page) {
        Edition edition = events.one(event);
        Activity activity = activity(edition, id);
        know(activity, form);
        page.addAttribute("activity", activity);
        return show(edition, form, page);
    }

    private static void know(Activity activity, Form form) {
        form.knowing("name.vi", activity.name().vi())
                .knowing("name.en", activity.name().en())
                .knowing("kind", activity.kind())
                .knowing("window.start", activity.window().start())
                .knowing("window.end", activity.window().end())
                .knowing("place", activity.place())
                .knowing("capacity", activity.capacity())
                .knowing("admission", activity.admission())
                .knowing("side", activity.side())
                .knowing("version", activity.version());
    }

    @PostMapping("/{id}")
    String change(@PathVariable UUID event, @PathVariable UUID id, Form form, Model page) {
        Edition edition = events.one(event);
        var typed = typed(form, edition);
        return form.doing(
                () -> {
                    events.change(id, "\"" + form.value("version") + "\"", typed);
                    return "redirect:/events/" + event + "?done=activity-changed";
                },
                () -> again(edition, id, form, page));
    }

    /** A stale edit shows what the other one wrote beside what was typed; sending again overwrites it knowingly. */
    private String again(Edition edition, UUID id, Form form, Model page) {
        Activity activity = activity(edition, id);
        page.addAttribute("activity", activity);
        if (form.isStale()) {
            page.addAttribute("theirs", activity);
            form.sayingOver("version", activity.version());
        }
        return show(edition, form, page);
    }

    @PostMapping("/{id}/dropping")
    String drop(@PathVariable UUID event, @PathVariable UUID id, Form form, Model page) {
        Edition edition = events.one(event);
        Activity activity = activity(edition, id);
        know(activity, form);
        return form.doing(
                () -> {
                    if (!form.yes("confirmed")) {
                        page.addAttribute(
                                "follows",
                                consequences.of(
                                        "events.activity-dropped.v1",
                                        Map.of(
                                                "activityId",
                                                id,
                                                "eventId",
                                                event,
                                                "reason",
                                                form.textOr("reason", "by-staff"))));
                        page.addAttribute("activity", activity);
                        return show(edition, form, page);
                    }
                    events.drop(id, new EventsClient.Because(form.text("reason")));
                    return "redirect:/events/" + event + "?done=activity-dropped";
                },
                () -> again(edition, id, form, page));
    }

    private Activity activity(Edition edition, UUID id) {
        Activity activity = events.activity(id);
        if (!edition.id().equals(activity.eventId())) {
            throw Answer.absent("activity");
        }
        return activity;
    }

    private static EventsClient.PlannedActivity typed(Form form, Edition edition) {
        return new EventsClient.PlannedActivity(
                NewEditionPage.name(form),
                form.text("kind"),
                new EventsClient.LocalWindow(
                        form.moment("window.start"),
                        form.moment("window.end"),
                        form.textOr("window.zone", edition.window().zone())),
                form.textOr("place", ""),
                form.number("capacity"),
                form.text("admission"),
                form.yes("side"));
    }

    private String show(Edition edition, Form form, Model page) {
        page.addAttribute("edition", edition);
        page.addAttribute("kinds", words.choices("kind", KINDS));
        page.addAttribute("admissions", words.choices("admission", ADMISSIONS));
        return "event/activity";
    }
}
