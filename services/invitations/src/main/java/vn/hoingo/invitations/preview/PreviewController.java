package vn.hoingo.invitations.preview;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What would follow here, over HTTP. */
@RestController
@RequestMapping("/api/invitations/previews")
class PreviewController {

    private final Previews previews;

    PreviewController(Previews previews) {
        this.previews = previews;
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('organiser','protocol-officer','delegation-officer','dispatcher','operations-watcher',"
            + "'auditor','service','partner')")
    Consequences preview(@Valid @RequestBody WouldBe asked) {
        return new Consequences(previews.of(asked.type(), asked.fact()));
    }

    record WouldBe(@NotBlank String type, @NotNull JsonNode fact) {}

    record Consequences(List<Previews.Consequence> items) {}
}
