package vn.hoingo.delegations.checkin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import vn.hoingo.delegations.accreditation.Zone;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.doors.Answers;

/** The doors of events over HTTP. A "no" at the door is an answer with its reason and no error. */
@RestController
@RequestMapping("/api/delegations/check-in/points")
@PreAuthorize("hasAnyRole('check-in', 'organiser', 'protocol-officer')")
class DoorController {

    private final DoorDesk desk;

    DoorController(DoorDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('organiser', 'protocol-officer')")
    ResponseEntity<PointView> open(@Valid @RequestBody PointInput point) {
        Point opened = desk.open(point.eventId(), point.name(), point.zone());
        return Answers.created(
                opened, "/api/delegations/check-in/points/" + opened.id().value(), PointView.of(opened));
    }

    @GetMapping
    All list(@RequestParam UUID event) {
        return new All(desk.of(event).stream().map(PointView::of).toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<PointView> one(@PathVariable PointId id) {
        Point point = desk.point(id);
        return Answers.of(point, PointView.of(point));
    }

    @PostMapping("/{id}/decisions")
    DoorAnswer decide(@PathVariable PointId id, @Valid @RequestBody Shown shown) {
        return desk.decide(id, shown.badge(), shown.direction() == null ? Direction.IN : shown.direction());
    }

    @PostMapping("/{id}/delegation-decisions")
    Decided decideTogether(@PathVariable PointId id, @Valid @RequestBody Together together) {
        return new Decided(desk.decideTogether(
                id,
                together.delegationId(),
                together.memberIds(),
                together.direction() == null ? Direction.IN : together.direction()));
    }

    record PointInput(
            @NotNull UUID eventId,
            @NotNull @Valid Text name,
            @NotNull Zone zone) {}

    record PointView(UUID id, UUID eventId, Text name, Zone zone, long version) {

        static PointView of(Point point) {
            return new PointView(point.id().value(), point.event(), point.name(), point.zone(), point.version());
        }
    }

    record All(List<PointView> items) {}

    /** @param badge what the scanner read, or the number as it was typed */
    record Shown(
            @NotBlank(message = "{check-in.badge}") @Size(max = 400)
            String badge,

            @Nullable Direction direction) {}

    record Together(
            @NotNull UUID delegationId,

            @NotEmpty(message = "{check-in.members}") @Size(max = 200)
            Set<@NotNull UUID> memberIds,

            @Nullable Direction direction) {}

    record Decided(List<DoorAnswer> items) {}
}
