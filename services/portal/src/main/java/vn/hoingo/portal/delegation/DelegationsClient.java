package vn.hoingo.portal.delegation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import vn.hoingo.portal.relay.Listing;

/** The delegations service, as officers' and partners' screens need it. */
public interface DelegationsClient {

    @GetExchange("/api/delegations")
    Listing<Delegation.Line> list(
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable UUID partner,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit);

    @GetExchange("/api/delegations/{id}")
    Delegation one(@PathVariable UUID id);

    @GetExchange("/api/delegations/{id}/differences")
    Differences differences(@PathVariable UUID id);

    @PostExchange("/api/delegations")
    Delegation draft(@RequestBody Draft draft);

    @PutExchange("/api/delegations/{id}")
    Delegation save(@PathVariable UUID id, @RequestHeader("If-Match") String version, @RequestBody Object parts);

    @PostExchange("/api/delegations/{id}/{act}")
    Delegation act(@PathVariable UUID id, @PathVariable String act, @RequestBody Object body);

    @PostExchange("/api/delegations/{id}/changes/{change}/{decision}")
    Delegation decide(@PathVariable UUID id, @PathVariable UUID change, @PathVariable String decision);

    @PostExchange("/api/delegations/{id}/members/{member}/{act}")
    Delegation actOnMember(
            @PathVariable UUID id, @PathVariable UUID member, @PathVariable String act, @RequestBody Object body);

    @PostExchange("/api/delegations/{id}/documents")
    Delegation.Document attach(@PathVariable UUID id, @RequestPart Resource file, @RequestPart String kind);

    @GetExchange("/api/delegations/{id}/documents/{document}")
    ResponseEntity<byte[]> document(
            @PathVariable UUID id, @PathVariable UUID document, @RequestHeader("X-Purpose") String purpose);

    @GetExchange("/api/delegations/people")
    Listing<PersonLine> people(@RequestParam List<UUID> id, @RequestParam int limit);

    @GetExchange("/api/delegations/people")
    Listing<PersonLine> people(@RequestParam String q, @RequestParam int limit);

    record Draft(
            UUID eventId,
            @Nullable UUID partnerId,
            @Nullable String label) {}

    /** A person by name and function. */
    record PersonLine(
            UUID id,
            @Nullable UUID partnerId,
            String passportName,
            @Nullable String nativeName,
            @Nullable String displayName,
            @Nullable String function,
            @Nullable Integer rank,
            @Nullable String category) {

        public String name() {
            return displayName == null || displayName.isBlank() ? passportName : displayName;
        }
    }
}
