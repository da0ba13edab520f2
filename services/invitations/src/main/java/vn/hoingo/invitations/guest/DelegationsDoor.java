package vn.hoingo.invitations.guest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.hoingo.invitations.activity.Text;

/** What we ask of the owner of people and partners, at the moment of use, saying why. */
public interface DelegationsDoor {

    @GetExchange("/api/delegations/people/{id}")
    Person person(@PathVariable UUID id, @RequestHeader("X-Purpose") String purpose);

    @PostExchange("/api/delegations/people")
    Person register(
            @RequestBody NewPerson person,
            @RequestHeader("X-Purpose") String purpose,
            @RequestHeader("Idempotency-Key") String key);

    @GetExchange("/api/delegations/partners/{id}")
    Partner partner(@PathVariable UUID id, @RequestHeader("X-Purpose") String purpose);

    @GetExchange("/api/delegations/{id}")
    Delegation delegation(@PathVariable UUID id, @RequestHeader("X-Purpose") String purpose);

    /** A person, as far as a letter or an answer page needs to know. */
    record Person(
            UUID id,
            @Nullable UUID partnerId,
            String displayName,
            @Nullable String formOfAddress,
            @Nullable String function,
            @Nullable Integer rank,
            @Nullable String category,
            @Nullable String nationality,
            @Nullable List<String> languages,
            @Nullable String email,
            @Nullable String state) {}

    /** Somebody who comes instead of a guest. */
    record NewPerson(
            @Nullable UUID partnerId,
            String passportName,
            String displayName,
            @Nullable String function,
            int rank,
            String category,
            @Nullable String email) {}

    /** A partner and whom to write to. */
    record Partner(
            UUID id,
            Text name,
            @Nullable String countryCode,
            String language,
            @Nullable String contactName,
            @Nullable String contactEmail) {}

    /** A delegation, as far as its letters need to know. */
    record Delegation(
            UUID id, UUID eventId, UUID partnerId, @Nullable Contact contact) {}

    /** The focal point of a delegation. */
    record Contact(@Nullable String name, @Nullable String email) {}
}
