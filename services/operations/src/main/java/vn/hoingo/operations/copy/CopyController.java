package vn.hoingo.operations.copy;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Local copies over HTTP. */
@RestController
@RequestMapping("/api/operations/copies")
class CopyController {

    private final CopyDesk desk;

    CopyController(CopyDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('operations-watcher','organiser','auditor')")
    CopyDesk.Copies all() {
        return desk.all();
    }

    @PostMapping("/{service}/{copy}/rebuild")
    @PreAuthorize("hasRole('operations-watcher')")
    CopyView rebuild(@PathVariable String service, @PathVariable String copy) {
        return desk.rebuild(service, copy);
    }
}
