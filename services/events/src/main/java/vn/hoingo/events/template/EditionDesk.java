package vn.hoingo.events.template;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.events.activity.Activity;
import vn.hoingo.events.activity.ActivityDesk;
import vn.hoingo.events.activity.ActivityId;
import vn.hoingo.events.event.Event;
import vn.hoingo.events.event.EventDesk;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.Words;
import vn.hoingo.messaging.Ids;

/**
 * Where a new edition begins. The edition is drafted first, then its activities, each under an id that follows from the edition;
 * a crash in between is mended by the reaction to the draft, which plans the same ones again.
 */
@Component
class EditionDesk {

    private final EventDesk events;
    private final ActivityDesk activities;
    private final Templates templates;

    EditionDesk(EventDesk events, ActivityDesk activities, Templates templates) {
        this.events = events;
        this.activities = activities;
        this.templates = templates;
    }

    Event begin(Event.Outline outline) {
        Event event = events.draft(outline);
        plan(event);
        return event;
    }

    /** The next edition of a series: everything as it was, counted from the new day 0. */
    Event clone(EventId source, LocalDate day0, String edition, @Nullable Words name, @Nullable String venue) {
        Event before = events.get(source);
        return begin(new Event.Outline(
                before.series(),
                edition,
                name == null ? before.name() : name,
                before.window().from(day0),
                venue == null ? before.venue() : venue,
                before.template(),
                source));
    }

    void plan(EventId event) {
        plan(events.get(event));
    }

    private void plan(Event event) {
        EventId source = event.clonedFrom();
        if (!event.isOpenToChange() || event.revision() > 1) {
            return; // it went its own way long ago
        }
        if (source != null) {
            planAs(source, event);
        } else if (event.template() != null) {
            planFrom(templates.get(event.template()), event);
        }
    }

    private void planAs(EventId source, Event event) {
        Duration days = Duration.between(
                events.get(source).window().start().toLocalDate().atStartOfDay(),
                event.window().start().toLocalDate().atStartOfDay());
        for (Activity model : activities.of(source)) {
            if (!model.isDropped()) {
                add(event, model.id().value(), model.plan().shifted(days));
            }
        }
    }

    private void planFrom(Template template, Event event) {
        LocalDate day0 = event.window().start().toLocalDate();
        ZoneId zone = event.window().zone();
        for (int i = 0; i < template.activities().size(); i++) {
            Activity.Plan plan = template.activities().get(i).plan(day0, zone);
            if (event.window().contains(plan.window())) {
                add(event, template.code() + i, plan);
            }
        }
    }

    private void add(Event event, Object model, Activity.Plan plan) {
        activities.add(new ActivityId(Ids.from("activity", event.id(), model)), event, plan);
    }
}
