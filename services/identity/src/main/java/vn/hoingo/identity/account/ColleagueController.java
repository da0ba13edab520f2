package vn.hoingo.identity.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.identity.problem.Absent;
import vn.hoingo.identity.problem.Invalid;

/** Who of the house may do what. A department has dozens of people, so the list is whole. */
@RestController
@RequestMapping("/api/identity/colleagues")
class ColleagueController {

    private final AccountDesk desk;

    ColleagueController(AccountDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('organiser', 'auditor')")
    Colleagues all() {
        return new Colleagues(
                desk.colleagues().stream().map(AccountView.Colleague::of).toList());
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('organiser')")
    AccountView.Colleague change(@PathVariable UUID id, @RequestBody Rights rights, JwtAuthenticationToken caller) {
        return desk.change(id, rights.checked(), rights.closed(), caller.getName())
                .map(AccountView.Colleague::of)
                .orElseThrow(() -> new Absent("account"));
    }

    record Rights(@Nullable List<String> roles, boolean closed) {

        Set<Role> checked() {
            Optional<Set<Role>> known = Role.staff(roles);
            return new Invalid.Check()
                    .that(known.isPresent(), "/roles", "invalid.roles")
                    .valid(known.orElse(null));
        }
    }

    record Colleagues(List<AccountView.Colleague> items) {}
}
