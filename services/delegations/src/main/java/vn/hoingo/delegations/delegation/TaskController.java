package vn.hoingo.delegations.delegation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.delegations.delegation.DelegationQueue.Waiting;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.partner.Partner;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.doors.Caller;

/** What waits for a person: the host reviews and decides, a partner finishes, changes and confirms. Nothing waits for anybody else. */
@RestController
@RequestMapping("/api/delegations/tasks")
class TaskController {

    private final DelegationQueue queue;
    private final MessageSource words;

    TaskController(DelegationQueue queue, MessageSource words) {
        this.queue = queue;
        this.words = words;
    }

    @GetMapping
    Tasks tasks(@RequestParam(required = false) @Nullable UUID event, Caller caller) {
        if (caller.partner() == null && !caller.isAnyOf("organiser", "delegation-officer")) {
            return new Tasks(List.of());
        }
        return new Tasks(queue.waiting(caller, event).stream()
                .map(waiting -> task(waiting, caller))
                .toList());
    }

    private Task task(Waiting waiting, Caller caller) {
        return switch (waiting.delegation().state()) {
            case SUBMITTED, UNDER_REVIEW -> task("review-delegation", waiting, null, "delegation-officer");
            case DRAFT -> task("finish-draft", waiting, closing(waiting), "partner");
            case CHANGES_REQUESTED -> task("make-changes", waiting, null, "partner");
            default ->
                caller.partner() == null
                        ? task("decide-change", waiting, null, "delegation-officer")
                        : task("confirm-travel", waiting, null, "partner");
        };
    }

    private static @Nullable Instant closing(Waiting waiting) {
        return waiting.event()
                .map(KnownEvent::registration)
                .map(KnownEvent.Registration::closesAt)
                .orElse(null);
    }

    private Task task(String kind, Waiting waiting, @Nullable Instant due, String role) {
        UUID id = waiting.delegation().id().value();
        return new Task(
                kind + ":" + id,
                kind,
                text("task." + kind + ".title", waiting),
                text("task." + kind + ".detail", waiting),
                due,
                (role.equals("partner") ? "/registrations/" : "/delegations/") + id,
                role);
    }

    private Text text(String key, Waiting waiting) {
        Text partner = waiting.partner().map(Partner::name).orElse(new Text("", ""));
        Text event = waiting.event().map(KnownEvent::name).orElse(new Text("", ""));
        int members = waiting.delegation().composition().members().size();
        return new Text(
                say(key, Locale.of("vi"), partner.vi(), event.vi(), members),
                say(key, Locale.ENGLISH, partner.en(), event.en(), members));
    }

    private String say(String key, Locale language, Object... values) {
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
}
