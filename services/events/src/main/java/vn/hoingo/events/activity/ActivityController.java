package vn.hoingo.events.activity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.LocalWindow;
import vn.hoingo.events.event.Words;

/** The programme over HTTP. */
@RestController
@RequestMapping("/api/events/activities")
class ActivityController {

    private static final String ORGANISER = "hasRole('organiser')";

    private final ActivityDesk desk;

    ActivityController(ActivityDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page<ActivityView> list(@RequestParam @Nullable EventId event, Paging paging) {
        return desk.list(event, paging).map(ActivityView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<ActivityView> one(@PathVariable ActivityId id) {
        return answer(desk.get(id));
    }

    @PostMapping
    @PreAuthorize(ORGANISER)
    ResponseEntity<ActivityView> add(@Valid @RequestBody NewActivity asked) {
        Activity activity =
                desk.add(new EventId(asked.eventId()), asked.activity().plan("/activity"));
        return Answers.created(
                activity, "/api/events/activities/" + activity.id().value(), ActivityView.of(activity));
    }

    @PutMapping("/{id}")
    @PreAuthorize(ORGANISER)
    ResponseEntity<ActivityView> change(@PathVariable ActivityId id, @Valid @RequestBody Planned asked) {
        return answer(desk.change(id, asked.plan("")));
    }

    @PostMapping("/{id}/dropping")
    @PreAuthorize(ORGANISER)
    ResponseEntity<ActivityView> drop(@PathVariable ActivityId id, @Valid @RequestBody Because because) {
        return answer(desk.drop(id, because.reason()));
    }

    private static ResponseEntity<ActivityView> answer(Activity activity) {
        return Answers.of(activity, ActivityView.of(activity));
    }

    record NewActivity(
            @NotNull UUID eventId, @NotNull @Valid Planned activity) {}

    record Planned(
            @NotNull Activity.Kind kind,
            @NotNull @Valid Words name,
            @NotNull @Valid LocalWindow window,

            @NotNull @Size(max = 200) @Pattern(regexp = "\\P{Cc}*")
            String place,

            @PositiveOrZero int capacity,
            Activity.@NotNull Admission admission,
            @Nullable Boolean side) {

        Activity.Plan plan(String pointer) {
            return new Activity.Plan(
                    kind,
                    name,
                    window.checked(pointer + "/window"),
                    place,
                    capacity,
                    admission,
                    Boolean.TRUE.equals(side));
        }
    }

    record Because(
            @NotBlank @Size(max = 500) @Pattern(regexp = "\\P{Cc}*")
            String reason) {}
}
