package vn.hoingo.operations.deadletter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.operations.envelope.StuckKey;
import vn.hoingo.operations.flow.ServiceMessaging;

/** Stuck messages over HTTP. */
@RestController
@RequestMapping("/api/operations/dead-letters")
class DeadLetterController {

    private final DeadLetterDesk desk;

    DeadLetterController(DeadLetterDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('operations-watcher','organiser','auditor')")
    DeadLetterDesk.Stuck all() {
        return desk.all();
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('operations-watcher','organiser','auditor')")
    DeadLetterView one(@PathVariable String id) {
        return desk.one(StuckKey.read(id));
    }

    @PostMapping("/{id}/replay")
    @PreAuthorize("hasRole('operations-watcher')")
    ServiceMessaging.Drained replay(@PathVariable String id, @Valid @RequestBody Replay repair) {
        return desk.replay(StuckKey.read(id), repair.note());
    }

    @PostMapping("/{id}/discard")
    @PreAuthorize("hasRole('operations-watcher')")
    ServiceMessaging.Drained discard(@PathVariable String id, @Valid @RequestBody Discard repair) {
        return desk.discard(StuckKey.read(id), repair.note());
    }

    /** @param note why, if somebody says so; it stays here and never travels */
    record Replay(@Size(max = 500) @Nullable String note) {}

    /** @param note why; what is given up, is given up for a reason */
    record Discard(@NotBlank @Size(max = 500) String note) {}
}
