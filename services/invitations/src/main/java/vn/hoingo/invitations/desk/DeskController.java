package vn.hoingo.invitations.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.hoingo.doors.Caller;

/** What waits, how far it is, and what would follow, over HTTP. */
@RestController
@RequestMapping("/api/invitations")
class DeskController {

    private static final String READERS = "hasAnyRole('organiser','protocol-officer','delegation-officer','dispatcher',"
            + "'operations-watcher','auditor','service','partner')";

    private final Tasks tasks;
    private final Summary summary;
    private final Previews previews;

    DeskController(Tasks tasks, Summary summary, Previews previews) {
        this.tasks = tasks;
        this.summary = summary;
        this.previews = previews;
    }

    /** Empty for whoever does none of them. */
    @GetMapping("/tasks")
    @PreAuthorize("isAuthenticated()")
    Items<Tasks.Task> tasks(@RequestParam(required = false) @Nullable UUID event, Caller caller) {
        return new Items<>(caller.isAnyOf("organiser", "protocol-officer", "service") ? tasks.all(event) : List.of());
    }

    @GetMapping("/summary")
    @PreAuthorize("hasAnyRole('organiser','protocol-officer','delegation-officer','dispatcher','operations-watcher',"
            + "'auditor','service')")
    Items<Summary.Line> summary(@RequestParam UUID event) {
        return new Items<>(summary.of(event));
    }

    @PostMapping("/previews")
    @PreAuthorize(READERS)
    Items<Previews.Consequence> preview(@Valid @RequestBody WouldBe asked) {
        return new Items<>(previews.of(asked.type(), asked.payload()));
    }

    record WouldBe(@NotBlank String type, @NotNull JsonNode payload) {}

    record Items<T>(List<T> items) {}
}
