package vn.hoingo.delegations.checkin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Doors without a network over HTTP: the list they take along, and what they did meanwhile. */
@RestController
@RequestMapping("/api/delegations/check-in")
@PreAuthorize("hasAnyRole('check-in', 'organiser', 'protocol-officer')")
class OfflineController {

    private final OfflineDesk desk;

    OfflineController(OfflineDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/snapshot")
    OfflineDesk.Snapshot snapshot(@RequestParam UUID event) {
        return desk.snapshot(event);
    }

    @PostMapping("/points/{point}/offline-passages")
    OfflineDesk.Report take(@PathVariable PointId point, @Valid @RequestBody Meanwhile meanwhile) {
        return desk.take(
                point,
                meanwhile.deviceId(),
                meanwhile.passages().stream()
                        .map(each -> new OfflineDesk.Done(each.badge(), each.direction(), each.at()))
                        .toList());
    }

    /** @param deviceId tells one scanner from another, so that a list that is told twice is known again */
    record Meanwhile(
            @NotBlank @Size(max = 60) String deviceId,
            @NotEmpty @Size(max = 500) List<@Valid @NotNull Passed> passages) {}

    record Passed(
            @NotBlank(message = "{check-in.badge}") @Size(max = 400)
            String badge,

            @NotNull Direction direction,
            @NotNull Instant at) {}
}
