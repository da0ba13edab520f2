package vn.hoingo.delegations.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.text.Coded;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;

/** Delegations over HTTP, side by side: the queue, what waits for whom, what would follow. */
@RestController
@RequestMapping("/api/delegations")
class QueueController {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String READERS = "hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', "
            + "'dispatcher', 'operations-watcher', 'check-in', 'auditor', 'partner', 'service')";

    private final DelegationQueue queue;
    private final MessageSource words;

    QueueController(DelegationQueue queue, MessageSource words) {
        this.queue = queue;
        this.words = words;
    }

    @GetMapping
    @PreAuthorize(READERS)
    Page<DelegationLine> list(
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable UUID partner,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable String q,
            Paging paging,
            Caller caller) {
        List<DelegationState> states = state == null
                ? List.of()
                : state.stream()
                        .map(code -> Coded.parameter("state", DelegationState.class, code))
                        .filter(Objects::nonNull)
                        .toList();
        return queue.list(new DelegationQueue.Question(event, partner, states, q), caller, paging);
    }

    @GetMapping("/tasks")
    Tasks tasks(@RequestParam(required = false) @Nullable UUID event, Caller caller) {
        if (caller.partner() == null && !caller.isAnyOf("organiser", "delegation-officer")) {
            return new Tasks(List.of());
        }
        List<Task> tasks = new ArrayList<>();
        for (DelegationQueue.Waiting waiting : queue.waiting(caller, event)) {
            Delegation delegation = waiting.delegation();
            switch (delegation.state()) {
                case SUBMITTED, UNDER_REVIEW ->
                    tasks.add(task("review-delegation", waiting, null, "delegation-officer"));
                case DRAFT -> tasks.add(task("finish-draft", waiting, closing(waiting), "partner"));
                case CHANGES_REQUESTED -> tasks.add(task("make-changes", waiting, null, "partner"));
                default ->
                    tasks.add(
                            caller.partner() == null
                                    ? task("decide-change", waiting, null, "delegation-officer")
                                    : task("confirm-travel", waiting, null, "partner"));
            }
        }
        return new Tasks(tasks);
    }

    /** What would follow here if this fact came to be; nothing is saved. */
    @PostMapping("/previews")
    @PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', 'dispatcher')")
    Previews preview(@Valid @RequestBody Preview preview) {
        Object eventId = preview.fact().get("eventId");
        if (!(eventId instanceof String text)) {
            return new Previews(List.of());
        }
        UUID event;
        try {
            event = UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return new Previews(List.of());
        }
        DelegationQueue.Concerned concerned = queue.concerned(event);
        return switch (preview.type()) {
            case "events.event-cancelled.v1" -> consequences("delegations-revoked", concerned.delegations());
            case "events.event-rescheduled.v1" -> consequences("travel-to-confirm", concerned.travelling());
            default -> new Previews(List.of());
        };
    }

    private Previews consequences(String kind, int many) {
        return many == 0
                ? new Previews(List.of())
                : new Previews(List.of(new Consequence(
                        kind,
                        both("preview." + kind + ".title", many, many),
                        both("preview." + kind + ".detail", many, many),
                        true)));
    }

    private static @Nullable Instant closing(DelegationQueue.Waiting waiting) {
        return waiting.event()
                .map(KnownEvent::registration)
                .map(KnownEvent.Registration::closesAt)
                .orElse(null);
    }

    private Task task(String kind, DelegationQueue.Waiting waiting, @Nullable Instant due, String role) {
        UUID id = waiting.delegation().id().value();
        Text partner = waiting.partner().map(each -> each.name()).orElse(new Text("", ""));
        Text event = waiting.event().map(KnownEvent::name).orElse(new Text("", ""));
        int members = waiting.delegation().composition().members().size();
        return new Task(
                kind + ":" + id,
                kind,
                new Text(
                        say(VIETNAMESE, "task." + kind + ".title", partner.vi(), event.vi(), members),
                        say(Locale.ENGLISH, "task." + kind + ".title", partner.en(), event.en(), members)),
                new Text(
                        say(VIETNAMESE, "task." + kind + ".detail", partner.vi(), event.vi(), members),
                        say(Locale.ENGLISH, "task." + kind + ".detail", partner.en(), event.en(), members)),
                due,
                (role.equals("partner") ? "/registrations/" : "/delegations/") + id,
                role);
    }

    private Text both(String key, Object vietnamese, Object english) {
        return new Text(say(VIETNAMESE, key, vietnamese), say(Locale.ENGLISH, key, english));
    }

    private String say(Locale language, String key, Object... values) {
        return words.getMessage(key, values, language);
    }

    record Tasks(List<Task> items) {}

    record Task(
            String id,
            String kind,
            Text title,
            Text detail,
            @Nullable Instant due,
            String link,
            String role) {}

    record Preview(@NotNull String type, @NotNull Map<String, Object> fact) {}

    record Previews(List<Consequence> items) {}

    record Consequence(String kind, Text title, Text detail, boolean automatic) {}
}
