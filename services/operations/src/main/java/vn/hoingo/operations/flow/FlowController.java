package vn.hoingo.operations.flow;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The flow of messages over HTTP. */
@RestController
@RequestMapping("/api/operations/flows")
@PreAuthorize("hasAnyRole('operations-watcher','organiser','auditor','service')")
class FlowController {

    private final Flows flows;

    FlowController(Flows flows) {
        this.flows = flows;
    }

    @GetMapping
    AllFlows flows() {
        return new AllFlows(flows.now());
    }

    record AllFlows(List<FlowView> services) {}
}
