package vn.hoingo.operations.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.operations.sentence.Contracts;
import vn.hoingo.operations.sentence.Sentence;

/** What waits for whoever watches: the alerts that nobody has acknowledged. */
@RestController
@RequestMapping("/api/operations/tasks")
class TaskController {

    private final AlertDesk desk;
    private final Contracts contracts;
    private final MessageSource words;

    TaskController(AlertDesk desk, Contracts contracts, MessageSource words) {
        this.desk = desk;
        this.contracts = contracts;
        this.words = words;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('operations-watcher','organiser','auditor')")
    Page<Task> tasks(Paging paging) {
        return desk.page(Alert.State.OPEN, paging).map(alert -> task(AlertView.of(alert, contracts)));
    }

    private Task task(AlertView alert) {
        return new Task(
                alert.id(),
                "alert-" + alert.kind(),
                new Sentence(
                        words.getMessage("task.alert.title", null, Locale.of("vi")),
                        words.getMessage("task.alert.title", null, Locale.ENGLISH)),
                alert.sentence(),
                null,
                alert.deadLetter() == null ? "/operations/alerts" : "/operations/dead-letters/" + alert.deadLetter(),
                "operations-watcher");
    }

    record Task(
            UUID id,
            String kind,
            Sentence title,
            Sentence detail,
            @Nullable Instant due,
            String link,
            String role) {}
}
