package vn.hoingo.portal.partner;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Text;

/** Partners of the delegations service, and the one-time links of identity. */
interface PartnersClient {

    @GetExchange("/api/delegations/partners")
    Listing<Partner> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit);

    @GetExchange("/api/delegations/partners/{id}")
    Partner one(@PathVariable UUID id);

    @PostExchange("/api/delegations/partners")
    Partner add(@RequestBody Map<String, @Nullable Object> partner);

    @PutExchange("/api/delegations/partners/{id}")
    Partner change(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String version,
            @RequestBody Map<String, @Nullable Object> partner);

    /** A body that can apply to send delegations. */
    record Partner(
            UUID id,
            Text name,
            @Nullable List<String> aliases,
            String kind,
            String countryCode,
            @Nullable Text countryName,
            @Nullable String relation,
            @Nullable String relationSince,
            String language,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String note,
            long version) {}

    /** The focal point's way in. */
    interface Links {

        @PostExchange("/api/identity/invitations")
        Link invite(@RequestBody FocalPoint focalPoint);
    }

    record FocalPoint(
            @Nullable String email,
            @Nullable String name,
            UUID partnerId,
            String locale,
            String returnTo,
            @Nullable String subject) {}

    record Link(UUID id, @Nullable String state) {}
}
