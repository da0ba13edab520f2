package vn.hoingo.invitations.task;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Caller;

/** What waits for a person, over HTTP; empty for whoever does none of it. */
@RestController
@RequestMapping("/api/invitations/tasks")
class TaskController {

    private final Tasks tasks;

    TaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Waiting waiting(@RequestParam(required = false) @Nullable UUID event, Caller caller) {
        return new Waiting(caller.isAnyOf("organiser", "protocol-officer", "service") ? tasks.all(event) : List.of());
    }

    record Waiting(List<Tasks.Task> items) {}
}
