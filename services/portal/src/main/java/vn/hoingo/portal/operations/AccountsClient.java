package vn.hoingo.portal.operations;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import vn.hoingo.portal.relay.Listing;

/** The names behind the account ids that facts carry. */
interface AccountsClient {

    @GetExchange("/api/identity/accounts")
    Listing<Account> named(@RequestParam List<UUID> ids);

    record Account(UUID id, String name) {}
}
