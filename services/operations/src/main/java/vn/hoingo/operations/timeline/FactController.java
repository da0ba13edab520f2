package vn.hoingo.operations.timeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.messaging.Absent;
import vn.hoingo.operations.sentence.Sentences;

/** The kept timeline over HTTP. */
@RestController
@RequestMapping("/api/operations")
@PreAuthorize("hasAnyRole('operations-watcher','organiser','auditor','service')")
class FactController {

    private final Timeline timeline;
    private final Causes causes;
    private final Sentences sentences;

    FactController(Timeline timeline, Causes causes, Sentences sentences) {
        this.timeline = timeline;
        this.causes = causes;
        this.sentences = sentences;
    }

    @GetMapping("/facts")
    Page<FactView> facts(
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable String delegation,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String correlation,
            @RequestParam(defaultValue = "") String q,
            Paging paging) {
        return page(
                new Timeline.Wanted(event, delegation, partner, type, correlation, q), paging, Timeline.NEWEST_FIRST);
    }

    @GetMapping("/facts/{id}")
    FactView fact(@PathVariable String id) {
        return timeline.find(id)
                .map(fact -> FactView.of(fact.envelope(), sentences))
                .orElseThrow(() -> new Absent("Fact", id));
    }

    @GetMapping("/facts/{id}/consequences")
    Causes.Consequence consequences(@PathVariable String id) {
        return causes.consequences(id);
    }

    @GetMapping("/facts/{id}/causes")
    Page<FactView> causes(@PathVariable String id) {
        return new Page<>(causes.causes(id), null);
    }

    @GetMapping("/delegations/{id}/timeline")
    @PreAuthorize(
            "hasAnyRole('operations-watcher','organiser','auditor','service','delegation-officer','protocol-officer','dispatcher')")
    Page<FactView> ofDelegation(@PathVariable UUID id, Paging paging) {
        return page(Timeline.Wanted.ofDelegation(id.toString()), paging, Timeline.OLDEST_FIRST);
    }

    @GetMapping("/events/{id}/timeline")
    @PreAuthorize(
            "hasAnyRole('operations-watcher','organiser','auditor','service','delegation-officer','protocol-officer','dispatcher')")
    Page<FactView> ofEvent(@PathVariable UUID id, Paging paging) {
        return page(Timeline.Wanted.ofEvent(id.toString()), paging, Timeline.NEWEST_FIRST);
    }

    private Page<FactView> page(Timeline.Wanted wanted, Paging paging, String order) {
        return timeline.page(wanted, paging, order).map(fact -> FactView.of(fact.envelope(), sentences));
    }
}
