package vn.hoingo.operations.alert;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.operations.sentence.Contracts;

/** Alerts over HTTP. */
@RestController
@RequestMapping("/api/operations/alerts")
class AlertController {

    private final AlertDesk desk;
    private final Contracts contracts;

    AlertController(AlertDesk desk, Contracts contracts) {
        this.desk = desk;
        this.contracts = contracts;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('operations-watcher','organiser','auditor')")
    Page<AlertView> alerts(@RequestParam(required = false) Alert.@Nullable State state, Paging paging) {
        return desk.page(state, paging).map(alert -> AlertView.of(alert, contracts));
    }

    @PostMapping("/{id}/acknowledgement")
    @PreAuthorize("hasRole('operations-watcher')")
    ResponseEntity<AlertView> acknowledge(
            @PathVariable AlertId id, @Valid @RequestBody(required = false) @Nullable Acknowledgement words) {
        Alert alert = desk.acknowledge(id, words == null ? null : words.note());
        return Answers.of(alert, AlertView.of(alert, contracts));
    }

    record Acknowledgement(@Size(max = 500) @Nullable String note) {}
}
