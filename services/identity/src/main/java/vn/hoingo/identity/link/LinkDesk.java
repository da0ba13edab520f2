package vn.hoingo.identity.link;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.hoingo.identity.Digests;
import vn.hoingo.identity.IdentitySettings;
import vn.hoingo.identity.Ids;
import vn.hoingo.identity.LocalPath;
import vn.hoingo.identity.account.Account;
import vn.hoingo.identity.account.AccountDesk;
import vn.hoingo.identity.account.Attempts;
import vn.hoingo.identity.account.EmailAddress;
import vn.hoingo.identity.account.Role;
import vn.hoingo.identity.link.Link.Purpose;
import vn.hoingo.identity.link.Link.State;
import vn.hoingo.identity.problem.Invalid;

/** Where links are asked for, made for who is invited, looked at, and used up. */
@Component
class LinkDesk {

    private final Links links;
    private final AccountDesk accounts;
    private final Attempts attempts;
    private final LinkPost post;
    private final IdentitySettings settings;
    private final Clock clock;
    private final SecureRandom random;

    LinkDesk(
            Links links,
            AccountDesk accounts,
            Attempts attempts,
            LinkPost post,
            IdentitySettings settings,
            Clock clock,
            SecureRandom random) {
        this.links = links;
        this.accounts = accounts;
        this.attempts = attempts;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** Someone at the door asks for a link. Whether there is such an account shows neither in the answer nor in its time. */
    void ask(String typedEmail, LocalPath returnTo, String address) {
        Optional<EmailAddress> email = EmailAddress.of(typedEmail.strip());
        if (email.isEmpty() || !attempts.linkTo(email.get(), address)) {
            return;
        }
        Thread.startVirtualThread(() -> accounts.findOpen(email.get()).ifPresent(account -> {
            links.insert(Link.make(
                    Ids.fresh(clock.instant(), random),
                    Purpose.SIGN_IN,
                    account,
                    returnTo,
                    null,
                    null,
                    clock.instant(),
                    settings.signInLink()));
            post.wake();
        }));
    }

    /** Who is invited gets an account and a link. A repeated request gets the link that it made. */
    Link invite(Invited invited, @Nullable UUID repeatable) {
        UUID id = repeatable == null ? Ids.fresh(clock.instant(), random) : repeatable;
        Optional<Link> before = links.findById(id);
        if (before.isPresent()) {
            return same(before.get(), invited);
        }
        Account account = account(invited);
        Link link = Link.make(
                id,
                invited.partner() == null ? Purpose.COLLEAGUE : Purpose.INVITATION,
                account,
                invited.returnTo(),
                invited.subject(),
                invited.digest(),
                clock.instant(),
                settings.invitationLink());
        try {
            links.insert(link);
        } catch (DuplicateKeyException e) {
            return same(links.findById(id).orElseThrow(), invited);
        }
        post.wake();
        return link;
    }

    private Account account(Invited invited) {
        UUID partner = invited.partner();
        return partner == null
                ? accounts.forColleague(invited.email(), invited.name(), invited.roles(), invited.locale())
                : accounts.forPartner(invited.email(), invited.name(), partner, invited.locale());
    }

    private static Link same(Link before, Invited invited) {
        if (!invited.digest().equals(before.request())) {
            throw new Invalid("", "invalid.idempotency-key");
        }
        return before;
    }

    Optional<Link> find(UUID id) {
        return links.findById(id);
    }

    State look(String token) {
        return links.findByHashes(Digests.of(token))
                .map(link -> link.state(clock.instant()))
                .orElse(State.UNKNOWN);
    }

    /** Uses the link up, once, whoever else tries at the same moment. */
    Opening open(String token) {
        String hash = Digests.of(token);
        boolean first = links.use(hash, clock.instant()) == 1;
        Link link = links.findByHashes(hash).orElse(null);
        if (link == null) {
            return new Opening(State.UNKNOWN, null, LocalPath.HOME);
        }
        LocalPath returnTo = LocalPath.of(link.returnTo()).orElse(LocalPath.HOME);
        if (!first) {
            return new Opening(link.state(clock.instant()), null, returnTo);
        }
        return accounts.findOpen(link.account())
                .map(account -> new Opening(State.OPEN, account, returnTo))
                .orElseGet(() -> new Opening(State.UNKNOWN, null, returnTo));
    }

    /** The outcome of opening a link: the account when it opened, the reason when not. */
    record Opening(State state, @Nullable Account account, LocalPath returnTo) {}

    /** Who is invited, checked: a partner's focal point, or one of our own people with their roles. */
    record Invited(
            EmailAddress email,
            String name,
            @Nullable UUID partner,
            Set<Role> roles,
            String locale,
            LocalPath returnTo,
            @Nullable String subject) {

        String digest() {
            return Digests.of(String.join(
                    "\n",
                    email.value(),
                    name,
                    partner == null ? new TreeSet<>(roles).toString() : partner.toString(),
                    locale,
                    returnTo.value(),
                    String.valueOf(subject)));
        }
    }
}
