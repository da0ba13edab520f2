package vn.hoingo.portal.colleague;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import vn.hoingo.portal.relay.Listing;

/** The accounts of our own people. */
interface ColleaguesClient {

    @GetExchange("/api/identity/colleagues")
    Listing<Colleague> all();

    @PostExchange("/api/identity/invitations")
    void invite(@RequestBody Invited invited);

    @PutExchange("/api/identity/colleagues/{id}")
    Colleague change(@PathVariable UUID id, @RequestBody Rights rights);

    /** Someone of the house. */
    record Colleague(UUID id, String name, String email, List<String> roles, String locale, boolean closed) {}

    record Invited(@Nullable String email, @Nullable String name, List<String> roles, String locale, String returnTo) {}

    record Rights(List<String> roles, boolean closed) {}
}
