package vn.hoingo.invitations.summary;

import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far the answers to an event are, over HTTP. */
@RestController
@RequestMapping("/api/invitations/summary")
class SummaryController {

    private final Summary summary;

    SummaryController(Summary summary) {
        this.summary = summary;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('organiser','protocol-officer','delegation-officer','dispatcher','operations-watcher',"
            + "'auditor','service')")
    Lines of(@RequestParam UUID event) {
        return new Lines(summary.of(event));
    }

    record Lines(List<Summary.Line> items) {}
}
