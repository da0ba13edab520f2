package vn.hoingo.delegations.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
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
import tools.jackson.databind.JsonNode;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;
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
            @RequestParam(required = false) @Nullable List<DelegationState> state,
            @RequestParam(required = false) @Nullable String q,
            Paging paging,
            Caller caller) {
        return queue.list(
                new DelegationQueue.Question(event, partner, state == null ? List.of() : state, q), caller, paging);
    }

    /** What would follow here if this fact came to be; nothing is saved. */
    @PostMapping("/previews")
    @PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', 'dispatcher')")
    Previews preview(@Valid @RequestBody Preview preview) {
        return switch (preview.type()) {
            case "events.event-cancelled.v1" ->
                consequences("delegations-revoked", concerned(preview).delegations());
            case "events.event-rescheduled.v1" ->
                consequences("travel-to-confirm", concerned(preview).travelling());
            default -> new Previews(List.of());
        };
    }

    private DelegationQueue.Concerned concerned(Preview preview) {
        try {
            return queue.concerned(
                    UUID.fromString(preview.fact().path("eventId").asString("")));
        } catch (IllegalArgumentException noId) {
            throw new Invalid("/fact/eventId", "delegation.needs-an-id");
        }
    }

    private Previews consequences(String kind, int many) {
        return many == 0
                ? new Previews(List.of())
                : new Previews(List.of(new Consequence(
                        kind, both("preview." + kind, many), both("preview." + kind + ".detail", many), true)));
    }

    private Text both(String key, int many) {
        Object[] values = {many};
        return new Text(words.getMessage(key, values, Locale.of("vi")), words.getMessage(key, values, Locale.ENGLISH));
    }

    record Preview(@NotBlank String type, @NotNull JsonNode fact) {}

    record Previews(List<Consequence> items) {}

    record Consequence(String kind, Text title, Text detail, boolean automatic) {}
}
