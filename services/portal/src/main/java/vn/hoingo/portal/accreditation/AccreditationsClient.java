package vn.hoingo.portal.accreditation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.hoingo.portal.relay.Listing;

/** Badges, as the delegations service keeps them. */
public interface AccreditationsClient {

    /** Where a badge may let somebody in. */
    List<String> ZONES = List.of("general", "plenary", "banquet", "bilateral", "vip", "press", "backstage");

    @GetExchange("/api/delegations/accreditations")
    Listing<Accreditation> of(@RequestParam UUID delegation, @RequestParam int limit);

    @PostExchange("/api/delegations/{delegation}/accreditations")
    Listing<Accreditation> issueAll(@PathVariable UUID delegation, @RequestBody Zones zones);

    @PostExchange("/api/delegations/{delegation}/members/{member}/accreditation")
    Accreditation issue(@PathVariable UUID delegation, @PathVariable UUID member, @RequestBody Zones zones);

    @PostExchange("/api/delegations/accreditations/{id}/{act}")
    Accreditation act(@PathVariable UUID id, @PathVariable String act, @RequestBody Object body);

    @GetExchange("/api/delegations/accreditations/{id}/badge.pdf")
    byte[] badge(@PathVariable UUID id);

    @GetExchange("/api/delegations/{delegation}/badges.pdf")
    byte[] badges(@PathVariable UUID delegation);

    record Zones(List<String> zones) {}

    record Because(@Nullable String reason) {}

    /** The right of one member to be somewhere. */
    record Accreditation(
            UUID id,
            UUID memberId,
            @Nullable String name,
            String kind,
            String number,
            int issue,
            String state,
            List<String> zones,
            List<Inside> inside,
            @Nullable Instant revokedAt,
            @Nullable String reason) {

        public boolean isGood() {
            return state.equals("issued");
        }

        public boolean isIn(@Nullable String zone) {
            return inside.stream().anyMatch(each -> each.zone().equals(zone));
        }
    }

    record Inside(String zone, Instant since) {}
}
