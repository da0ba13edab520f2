package vn.hoingo.events.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Invalid;
import vn.hoingo.events.event.Event;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.EventView;
import vn.hoingo.events.event.LocalWindow;
import vn.hoingo.events.event.Window;
import vn.hoingo.events.event.Words;

/** New editions over HTTP. */
@RestController
@RequestMapping("/api/events")
class EditionController {

    private static final String ORGANISER = "hasRole('organiser')";

    private final EditionDesk desk;
    private final Templates templates;

    EditionController(EditionDesk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
    }

    @GetMapping("/templates")
    List<Template> templates() {
        return templates.all();
    }

    /** A new edition: from one of the templates and its day 0, or with a window of its own. */
    @PostMapping
    @PreAuthorize(ORGANISER)
    ResponseEntity<EventView> begin(@Valid @RequestBody NewEdition asked) {
        return created(
                desk.begin(asked.template() == null ? asked.ofItsOwn() : asked.from(templates.get(asked.template()))));
    }

    @PostMapping("/{id}/clones")
    @PreAuthorize(ORGANISER)
    ResponseEntity<EventView> clone(@PathVariable EventId id, @Valid @RequestBody Clone asked) {
        return created(desk.clone(id, asked.day0(), asked.edition(), asked.name(), asked.venue()));
    }

    private static ResponseEntity<EventView> created(Event event) {
        return Answers.created(event, "/api/events/" + event.id().value(), EventView.of(event));
    }

    /**
     * What a new edition needs. With a template: day 0, and whatever shall differ from it; without one: all but day 0.
     *
     * @param day0 the first day
     * @param zone an IANA zone; the template's when nothing is said
     */
    record NewEdition(
            @Size(max = 40) @Nullable String template,
            @Nullable LocalDate day0,
            @Size(max = 40) @Nullable String zone,

            @Size(max = 20) @Pattern(regexp = "\\P{Cc}*") @Nullable
            String series,

            @NotBlank @Size(max = 40) @Pattern(regexp = "\\P{Cc}*")
            String edition,

            @Valid @Nullable Words name,
            @Valid @Nullable LocalWindow window,

            @Size(max = 200) @Pattern(regexp = "\\P{Cc}*") @Nullable
            String venue) {

        Event.Outline from(Template chosen) {
            ZoneId at = LocalWindow.zone(zone == null ? chosen.zone() : zone, "/zone");
            return new Event.Outline(
                    series == null ? chosen.series() : series,
                    edition,
                    name == null ? chosen.name(edition) : name,
                    window(chosen, at),
                    venue == null ? chosen.venue() : venue,
                    chosen.code(),
                    null);
        }

        private Window window(Template chosen, ZoneId at) {
            if (window != null) {
                return window.checked("/window");
            }
            if (day0 == null) {
                throw new Invalid("/day0", "events.day0-or-window");
            }
            return chosen.window(day0, at);
        }

        Event.Outline ofItsOwn() {
            if (series == null || series.isBlank()) {
                throw new Invalid("/series", "events.needed");
            }
            if (name == null) {
                throw new Invalid("/name", "events.needed");
            }
            if (window == null) {
                throw new Invalid("/window", "events.needed");
            }
            return new Event.Outline(
                    series, edition, name, window.checked("/window"), venue == null ? "" : venue, null, null);
        }
    }

    record Clone(
            @NotNull LocalDate day0,

            @NotBlank @Size(max = 40) @Pattern(regexp = "\\P{Cc}*")
            String edition,

            @Valid @Nullable Words name,

            @Size(max = 200) @Pattern(regexp = "\\P{Cc}*") @Nullable
            String venue) {}
}
