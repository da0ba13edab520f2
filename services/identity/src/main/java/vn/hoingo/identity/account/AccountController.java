package vn.hoingo.identity.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoingo.identity.problem.Absent;
import vn.hoingo.identity.problem.Invalid;

/** Accounts over HTTP: my own, and the names behind the ids that the services keep. */
@RestController
@RequestMapping("/api/identity")
class AccountController {

    private static final String STAFF = "hasAnyRole('service', 'organiser', 'delegation-officer', 'protocol-officer',"
            + " 'dispatcher', 'operations-watcher', 'check-in', 'auditor')";
    private static final int MOST = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final AccountDesk desk;

    AccountController(AccountDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/me")
    AccountView.Own me(JwtAuthenticationToken token) {
        return account(token.getName()).map(AccountView.Own::of).orElseThrow(() -> new Absent("account"));
    }

    @GetMapping("/accounts/{id}")
    @PreAuthorize(STAFF)
    AccountView one(@PathVariable UUID id) {
        return desk.find(id).map(AccountView::of).orElseThrow(() -> new Absent("account"));
    }

    @GetMapping("/accounts")
    @PreAuthorize(STAFF)
    ResponseEntity<AccountView.Page> some(
            @RequestParam(required = false) @Nullable List<UUID> ids,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        if (ids != null) {
            if (ids.size() > MOST) {
                throw new Invalid("/ids", "invalid.too-many", MOST);
            }
            return ResponseEntity.ok(new AccountView.Page(
                    desk.all(ids).stream().map(AccountView::of).toList(), null));
        }
        if (limit < 1 || limit > MOST) {
            throw new Invalid("/limit", "invalid.limit", MOST);
        }
        List<AccountView> found = desk.after(after == null ? FIRST : after, limit + 1).stream()
                .map(AccountView::of)
                .toList();
        if (found.size() <= limit) {
            return ResponseEntity.ok(new AccountView.Page(found, null));
        }
        List<AccountView> page = found.subList(0, limit);
        String next = page.getLast().id().toString();
        String uri = UriComponentsBuilder.fromPath("/api/identity/accounts")
                .queryParam("limit", limit)
                .queryParam("after", next)
                .toUriString();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + uri + ">; rel=\"next\"")
                .body(new AccountView.Page(page, next));
    }

    /** A token of a client, not of a person, has no account. */
    private Optional<Account> account(String subject) {
        try {
            return desk.find(UUID.fromString(subject));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
