package vn.hoingo.events.task;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Caller;
import vn.hoingo.events.activity.ActivityDesk;
import vn.hoingo.events.deadline.PlanDesk;
import vn.hoingo.events.event.Event;
import vn.hoingo.events.event.EventDesk;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.Window;
import vn.hoingo.events.event.Words;
import vn.hoingo.events.permit.PermitDesk;

/**
 * What waits for staff: for organisers editions that are drafts or not published yet and activities that no longer lie within
 * their event; for each role the deadlines that it owns.
 */
@RestController
@RequestMapping("/api/events/tasks")
class TaskController {

    private static final int MOST = 100;
    private static final String PERMIT = "/permit";

    private final EventDesk events;
    private final ActivityDesk activities;
    private final PermitDesk permits;
    private final PlanDesk plans;
    private final MessageSource words;

    TaskController(EventDesk events, ActivityDesk activities, PermitDesk permits, PlanDesk plans, MessageSource words) {
        this.events = events;
        this.activities = activities;
        this.permits = permits;
        this.plans = plans;
        this.words = words;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('organiser','delegation-officer','protocol-officer','dispatcher','check-in','service')")
    Tasks tasks(Caller caller) {
        Map<EventId, Words> names = new HashMap<>();
        Stream<Task> deadlines = plans.due(caller, MOST).stream()
                .map(due -> deadline(due, names.computeIfAbsent(due.event(), id -> events.get(id)
                        .name())));
        return new Tasks(
                Stream.concat(caller.isAnyOf("organiser", "service") ? ofEditions() : Stream.empty(), deadlines)
                        .toList());
    }

    private Stream<Task> ofEditions() {
        return events.openEditions(MOST).stream().flatMap(event -> {
            PermitDesk.Waiting permit = permits.waiting(event.id());
            return Stream.of(
                            ofEdition(event, permit.outstanding()), opinionsOn(event, permit.asked()), misfitsOf(event))
                    .flatMap(Function.identity());
        });
    }

    private Stream<Task> opinionsOn(Event event, List<PermitDesk.Asked> unanswered) {
        UUID id = event.id().value();
        return unanswered.stream()
                .map(asked -> new Task(
                        "consultation-" + asked.consultation(),
                        "consultation",
                        event.name(),
                        new Words(
                                say("task.consultation.detail", Locale.of("vi"), asked.body()),
                                say("task.consultation.detail", Locale.ENGLISH, asked.body())),
                        asked.by(),
                        "/events/" + id + PERMIT,
                        "organiser"));
    }

    private static Task deadline(PlanDesk.Due due, Words event) {
        UUID id = due.event().value();
        return new Task(
                "deadline-" + id + "-" + due.step(),
                "deadline",
                event,
                due.what(),
                due.by(),
                "/events/" + id + "/plan/" + due.step(),
                due.owner());
    }

    private Stream<Task> ofEdition(Event event, Optional<PermitDesk.Outstanding> permit) {
        return switch (event.status()) {
            case DRAFT -> Stream.of(about(event, "prepare", null, event.window().startsAt(), ""));
            case IN_PREPARATION ->
                event.isPermitted()
                        ? Stream.empty()
                        : Stream.of(permit.map(outstanding -> filed(event, outstanding))
                                .orElseGet(() -> about(
                                        event, "permit", null, event.window().startsAt(), PERMIT)));
            case PUBLISHED ->
                permit.filter(PermitDesk.Outstanding::amendment).map(outstanding -> filed(event, outstanding)).stream();
            default -> Stream.empty();
        };
    }

    /** Due when the last day for its dossier ends, where the event is. */
    private Task filed(Event event, PermitDesk.Outstanding outstanding) {
        Instant due = Window.endOf(outstanding.by(), event.window().zone()).minus(1, ChronoUnit.MINUTES);
        return about(event, outstanding.amendment() ? "permit-amendment" : "permit", null, due, PERMIT);
    }

    private Stream<Task> misfitsOf(Event event) {
        return activities.of(event.id()).stream()
                .filter(activity -> activity.isMisfit() && !activity.isDropped())
                .map(activity -> about(
                        event, "misfit", activity.plan().name(), event.window().startsAt(), ""));
    }

    private Task about(Event event, String kind, @Nullable Words activity, Instant due, String page) {
        UUID id = event.id().value();
        return new Task(
                kind + "-" + id,
                kind,
                event.name(),
                new Words(
                        say("task." + kind + ".detail", Locale.of("vi"), activity == null ? null : activity.vi()),
                        say("task." + kind + ".detail", Locale.ENGLISH, activity == null ? null : activity.en())),
                due,
                "/events/" + id + page,
                "organiser");
    }

    private String say(String key, Locale language, @Nullable String activity) {
        return words.getMessage(key, activity == null ? null : new Object[] {activity}, language);
    }

    record Tasks(List<Task> items) {}

    /**
     * One thing that waits for a person.
     *
     * @param due by when; null when there is no day
     * @param link the page of the portal where it is done
     */
    record Task(
            String id,
            String kind,
            Words title,
            Words detail,
            @Nullable Instant due,
            String link,
            String role) {}
}
