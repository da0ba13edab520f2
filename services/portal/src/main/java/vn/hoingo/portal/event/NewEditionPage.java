package vn.hoingo.portal.event;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.hoingo.portal.event.Edition.Activity;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Times;
import vn.hoingo.portal.relay.Text;
import vn.hoingo.portal.relay.Window;

/** A new edition, from one of the templates or from an earlier edition; its dates follow from day 0 and are shown before it exists. */
@Controller
@RequestMapping("/events")
class NewEditionPage {

    private final EventsClient events;
    private final Editions editions;

    NewEditionPage(EventsClient events, Editions editions) {
        this.events = events;
        this.editions = editions;
    }

    @GetMapping("/new")
    String ask(Form form, Model page) {
        form.knowing("zone", Times.CITY);
        page.addAttribute("templates", events.templates());
        return "event/new";
    }

    @PostMapping("/new")
    String draft(Form form, Model page) {
        LocalDate day0 = form.day("day0");
        return form.doing(
                () -> {
                    Text name = name(form);
                    boolean named = form.has("name.vi") || form.has("name.en");
                    Edition edition = events.draft(new EventsClient.NewEvent(
                            form.text("template"),
                            day0,
                            form.text("zone"),
                            null,
                            form.text("edition"),
                            named ? name : null,
                            null,
                            form.text("venue")));
                    return "redirect:/events/" + edition.id() + "?done=event-drafted";
                },
                () -> ask(form, page));
    }

    @GetMapping("/{id}/clone")
    String askForClone(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Form form,
            Model page) {
        return preview(id, form, page, part != null);
    }

    private String preview(UUID id, Form form, Model page, boolean part) {
        Edition source = events.one(id);
        form.knowing("name.vi", NextName.after(source.name().vi(), source.edition()))
                .knowing("name.en", NextName.after(source.name().en(), source.edition()))
                .knowing("venue", source.venue());
        LocalDate day0 = form.has("day0") ? form.day("day0") : null;
        page.addAttribute("source", source);
        page.addAttribute(
                "counted",
                NextName.isCounted(source.name().vi())
                        || NextName.isCounted(source.name().en()));
        page.addAttribute("day0", day0);
        if (day0 != null) {
            Duration shift =
                    Duration.between(source.window().start().toLocalDate().atStartOfDay(), day0.atStartOfDay());
            page.addAttribute("window", shifted(source.window(), shift));
            page.addAttribute(
                    "moved",
                    editions.programme(id).stream()
                            .filter(activity -> !activity.isDropped())
                            .sorted(Comparator.comparing(
                                    activity -> activity.window().start()))
                            .map(activity -> new Moved(activity, activity.window(), shifted(activity.window(), shift)))
                            .toList());
        }
        return part ? "event/clone :: dates" : "event/clone";
    }

    @PostMapping("/{id}/clone")
    String copy(@PathVariable UUID id, Form form, Model page) {
        LocalDate day0 = form.day("day0");
        return form.doing(
                () -> {
                    Edition edition = events.copy(
                            id,
                            new EventsClient.Copy(
                                    day0, form.text("edition"), name(form, events.one(id)), form.text("venue")));
                    return "redirect:/events/" + edition.id() + "?done=event-cloned";
                },
                () -> preview(id, form, page, false));
    }

    static Text name(Form form) {
        return new Text(form.text("name.vi"), form.text("name.en"));
    }

    private static Text name(Form form, Edition source) {
        return new Text(
                with(form, "name.vi", source.name().vi(), source),
                with(form, "name.en", source.name().en(), source));
    }

    private static @Nullable String with(Form form, String field, @Nullable String before, Edition source) {
        return NextName.with(form.text(field), form.text("edition"), before == null ? "" : before, source.edition());
    }

    private static Window shifted(Window window, Duration by) {
        return new Window(window.start().plus(by), window.end().plus(by), window.zone());
    }

    /** An activity, when it was, and when it would be. */
    record Moved(Activity activity, Window was, Window becomes) {}
}
