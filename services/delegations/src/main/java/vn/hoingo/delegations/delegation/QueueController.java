package vn.hoingo.delegations.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import vn.hoingo.delegations.text.Coded;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;

/** Delegations over HTTP, side by side: the queue, and what would follow for how many of them. */
@RestController
@RequestMapping("/api/delegations")
class QueueController {

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
                        both("preview." + kind + ".title", many),
                        both("preview." + kind + ".detail", many),
                        true)));
    }

    private Text both(String key, int many) {
        Object[] values = {many};
        return new Text(words.getMessage(key, values, Locale.of("vi")), words.getMessage(key, values, Locale.ENGLISH));
    }

    record Preview(@NotNull String type, @NotNull Map<String, Object> fact) {}

    record Previews(List<Consequence> items) {}

    record Consequence(String kind, Text title, Text detail, boolean automatic) {}
}
