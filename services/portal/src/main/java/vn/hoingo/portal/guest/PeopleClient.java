package vn.hoingo.portal.guest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Text;

/** Names of guests: the delegations service owns every person. */
interface PeopleClient {

    int MOST = 200;

    @GetExchange("/api/delegations/people")
    Listing<Person> named(@RequestParam List<UUID> id, @RequestParam int limit);

    @GetExchange("/api/delegations/people")
    Listing<Person> find(@RequestParam String q, @RequestParam int limit);

    @GetExchange("/api/delegations/partners/{id}")
    Partner partner(@PathVariable UUID id);

    @PostExchange("/api/delegations/people")
    Person add(@RequestBody Map<String, @Nullable Object> person);

    @PostExchange("/api/delegations/people/likenesses")
    Listing<Alike> alike(@RequestBody Map<String, @Nullable Object> described);

    /** Somebody whom we may know already, and why one thinks so. */
    record Alike(Person person, String reason) {}

    record Partner(UUID id, Text name) {}

    record Person(
            UUID id,
            @Nullable UUID partnerId,
            String passportName,
            @Nullable String nativeName,
            @Nullable String displayName,
            @Nullable String formOfAddress,
            @Nullable String function,
            @Nullable Integer rank,
            @Nullable String category) {

        public String name() {
            String shown = displayName == null || displayName.isBlank() ? passportName : displayName;
            return formOfAddress == null || formOfAddress.isBlank() ? shown : formOfAddress + " " + shown;
        }
    }
}
