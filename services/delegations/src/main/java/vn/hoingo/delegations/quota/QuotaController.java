package vn.hoingo.delegations.quota;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.event.KnownEvents;
import vn.hoingo.delegations.text.OneLine;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Caller;
import vn.hoingo.messaging.Absent;

/** Quotas over HTTP: what is left, and more than the event gave, with a reason. */
@RestController
@RequestMapping("/api/delegations/quotas")
class QuotaController {

    private final Places places;
    private final KnownEvents events;

    QuotaController(Places places, KnownEvents events) {
        this.places = places;
        this.events = events;
    }

    @GetMapping("/{event}/{partner}")
    QuotaView see(@PathVariable UUID event, @PathVariable UUID partner, Caller caller) {
        if (caller.partner() != null && !caller.partner().equals(partner)) {
            throw new Absent("Partner", partner);
        }
        return QuotaView.of(event, partner, places.quota(event, partner).orElse(null), byEvent(event));
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('organiser', 'delegation-officer')")
    ResponseEntity<QuotaView> grant(@Valid @RequestBody Grant grant) {
        Quota quota = places.grant(grant.eventId(), grant.partnerId(), grant.members(), grant.reason());
        return Answers.of(quota, QuotaView.of(grant.eventId(), grant.partnerId(), quota, byEvent(grant.eventId())));
    }

    private int byEvent(UUID event) {
        KnownEvent.Registration registration = events.asked(new EventId(event), known -> known.registration() != null)
                .registration();
        return registration == null ? 0 : registration.membersPerDelegation();
    }

    record Grant(
            @NotNull UUID eventId,
            @NotNull UUID partnerId,
            @NotNull @Min(1) @Max(200) Integer members,
            @NotBlank @OneLine String reason) {}

    record QuotaView(
            UUID eventId,
            UUID partnerId,
            int members,
            @Nullable Integer granted,
            @Nullable String grantedBecause,
            int taken) {

        static QuotaView of(UUID event, UUID partner, @Nullable Quota quota, int byEvent) {
            return quota == null
                    ? new QuotaView(event, partner, byEvent, null, null, 0)
                    : new QuotaView(
                            event,
                            partner,
                            quota.allowed(byEvent),
                            quota.granted(),
                            quota.grantedBecause(),
                            quota.taken());
        }
    }
}
