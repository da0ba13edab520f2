package vn.hoingo.identity.link;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.identity.Ids;
import vn.hoingo.identity.LocalPath;
import vn.hoingo.identity.account.EmailAddress;
import vn.hoingo.identity.account.Role;
import vn.hoingo.identity.problem.Absent;
import vn.hoingo.identity.problem.Invalid;

/** Invites a partner's focal point, or one of our own people: makes the account when it is new, and mails a one-time link. */
@RestController
@RequestMapping("/api/identity/invitations")
@PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'service')")
class InvitationController {

    private static final int LONGEST = 200;

    private final LinkDesk desk;
    private final Clock clock;

    InvitationController(LinkDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<InvitationView> invite(
            @RequestBody Invitation invitation,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            JwtAuthenticationToken caller) {
        if (invitation.roles() != null && !mayGiveRoles(caller)) {
            throw new AccessDeniedException("Roles are given by organisers");
        }
        UUID repeatable = key == null ? null : Ids.from("invitation", caller.getName(), key);
        Link link = desk.invite(invitation.checked(), repeatable);
        return ResponseEntity.created(URI.create("/api/identity/invitations/" + link.id()))
                .body(InvitationView.of(link, clock.instant()));
    }

    /** A service invites partners only: whoever holds its secret must not make an organiser of themselves. */
    private static boolean mayGiveRoles(JwtAuthenticationToken caller) {
        return caller.getAuthorities().stream().anyMatch(role -> "ROLE_organiser".equals(role.getAuthority()));
    }

    @GetMapping("/{id}")
    InvitationView one(@PathVariable UUID id) {
        return desk.find(id)
                .filter(link -> link.purpose() != Link.Purpose.SIGN_IN)
                .map(link -> InvitationView.of(link, clock.instant()))
                .orElseThrow(() -> new Absent("invitation"));
    }

    /** Either the partner to act for, or the roles in our own house. */
    record Invitation(
            @Nullable String email,
            @Nullable String name,
            @Nullable UUID partnerId,
            @Nullable List<String> roles,
            @Nullable String locale,
            @Nullable String returnTo,
            @Nullable String subject) {

        LinkDesk.Invited checked() {
            Optional<EmailAddress> address = EmailAddress.of(email);
            Optional<Set<Role>> known = Role.staff(roles);
            Optional<LocalPath> path = LocalPath.of(returnTo);
            Invalid.Check check = new Invalid.Check()
                    .that(address.isPresent(), "/email", "invalid.email")
                    .that(name != null && !name.isBlank() && isLine(name), "/name", "invalid.name", LONGEST)
                    .that((partnerId == null) != (roles == null), "/partnerId", "invalid.partner-or-roles")
                    .that(roles == null || known.isPresent(), "/roles", "invalid.roles")
                    .that("vi".equals(locale) || "en".equals(locale), "/locale", "invalid.locale")
                    .that(path.isPresent(), "/returnTo", "invalid.return-to")
                    .that(subject == null || isLine(subject), "/subject", "invalid.subject", LONGEST);
            return new LinkDesk.Invited(
                    check.valid(address.orElse(null)),
                    check.valid(name),
                    partnerId,
                    known.orElse(Set.of()),
                    check.valid(locale),
                    check.valid(path.orElse(null)),
                    subject);
        }

        private static boolean isLine(String text) {
            return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
        }
    }

    record InvitationView(UUID id, UUID accountId, String state, boolean mailed, Instant until) {

        static InvitationView of(Link link, Instant now) {
            String state = link.state(now).name().toLowerCase(Locale.ROOT);
            return new InvitationView(link.id(), link.account(), state, link.isMailed(), link.until());
        }
    }
}
