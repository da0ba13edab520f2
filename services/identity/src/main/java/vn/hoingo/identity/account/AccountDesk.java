package vn.hoingo.identity.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import vn.hoingo.identity.Ids;
import vn.hoingo.identity.account.AccountRefusal.Reason;

/** Where accounts are looked up, entered by password, made for partners and colleagues, and given their roles. */
@Component
public class AccountDesk {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Clock clock;
    private final SecureRandom random;

    AccountDesk(Accounts accounts, Passwords passwords, Attempts attempts, Clock clock, SecureRandom random) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
        this.random = random;
    }

    public Optional<Account> find(UUID id) {
        return accounts.findById(id);
    }

    /** An account that may sign in; a disabled one may not and is not found here. */
    public Optional<Account> findOpen(UUID id) {
        return accounts.findById(id).filter(account -> !account.disabled());
    }

    public Optional<Account> findOpen(EmailAddress email) {
        return accounts.findByEmail(email.value()).filter(account -> !account.disabled());
    }

    List<Account> all(Collection<UUID> ids) {
        return accounts.findByIdInOrderById(ids);
    }

    List<Account> after(UUID last, int limit) {
        return accounts.findByIdGreaterThanOrderById(last, Limit.of(limit));
    }

    /** The same refusal for a wrong address and a wrong password: nobody learns here who has an account. */
    public Account enter(String typedEmail, String password, String address) {
        Optional<EmailAddress> email = EmailAddress.of(typedEmail.strip());
        if (email.isPresent() && !attempts.passwordFor(email.get(), address)) {
            throw new AccountRefusal(Reason.TOO_MANY_ATTEMPTS);
        }
        Optional<Account> account = email.flatMap(this::findOpen);
        if (!passwords.matches(password, account.map(Account::passwordHash).orElse(null))) {
            throw new AccountRefusal(Reason.WRONG_PASSWORD);
        }
        attempts.knew(email.orElseThrow(), address);
        return account.orElseThrow();
    }

    /** The account of a partner's focal point; made when the address is new, kept when it already acts for this partner. */
    public Account forPartner(EmailAddress email, String name, UUID partner, String locale) {
        Account wanted = Account.forPartner(Ids.fresh(clock.instant(), random), email, name, partner, locale);
        return openedOr(known -> mustActFor(partner, known), wanted);
    }

    /** @param known what has to be true of the account that this address has already */
    private Account openedOr(UnaryOperator<Account> known, Account wanted) {
        Optional<Account> before = accounts.findByEmail(wanted.email());
        if (before.isPresent()) {
            return known.apply(before.get());
        }
        try {
            return accounts.save(wanted);
        } catch (DuplicateKeyException e) {
            return known.apply(accounts.findByEmail(wanted.email()).orElseThrow());
        }
    }

    private static Account mustActFor(UUID partner, Account account) {
        if (!account.actsFor(partner)) {
            throw new AccountRefusal(Reason.ADDRESS_BELONGS_TO_ANOTHER);
        }
        if (account.disabled()) {
            throw new AccountRefusal(Reason.ACCOUNT_DISABLED);
        }
        return account;
    }

    /**
     * The account of one of our own people, who enters by a link. Asked for again with the same words it is the same account;
     * with other words it is refused, since roles are changed where all can see them.
     */
    public Account forColleague(EmailAddress email, String name, Set<Role> roles, String locale) {
        Account wanted = Account.forColleague(Ids.fresh(clock.instant(), random), email, name, codes(roles), locale);
        return openedOr(known -> mustBe(wanted, known), wanted);
    }

    private static Account mustBe(Account wanted, Account known) {
        if (!known.isColleague()) {
            throw new AccountRefusal(Reason.ADDRESS_BELONGS_TO_ANOTHER);
        }
        if (known.disabled()) {
            throw new AccountRefusal(Reason.ACCOUNT_DISABLED);
        }
        if (!known.name().equals(wanted.name())
                || !known.roles().equals(wanted.roles())
                || !known.locale().equals(wanted.locale())) {
            throw new AccountRefusal(Reason.ALREADY_A_COLLEAGUE);
        }
        return known;
    }

    List<Account> colleagues() {
        return accounts.findByPartnerIsNullOrderByName();
    }

    /**
     * Gives one of our own people other roles, or closes or opens the account. What was open ends with its access token. Nobody
     * takes from themselves what only a colleague could give back.
     */
    Optional<Account> change(UUID id, Set<Role> roles, boolean closed, String by) {
        return accounts.findById(id).filter(Account::isColleague).map(account -> {
            boolean ownRights = account.is(Role.ORGANISER) && (closed || !roles.contains(Role.ORGANISER));
            if (ownRights && id.toString().equals(by)) {
                throw new AccountRefusal(Reason.OWN_RIGHTS);
            }
            return accounts.save(account.with(codes(roles), closed));
        });
    }

    private static Set<String> codes(Collection<Role> roles) {
        return roles.stream().map(Role::code).collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** Makes the first account. Its id follows from its address, so that of two that begin at once both make the same. */
    void begin(EmailAddress email) {
        String name = email.value().substring(0, email.value().indexOf('@')); // colleagues see names, and no addresses
        accounts.save(new Account(
                Ids.from("first-account", email.value()), email.value(), name, null, Role.staff(), null, "vi", false));
    }

    /** Brings an account of the demo to what its file says; an unchanged password keeps its hash. */
    void keep(UUID id, EmailAddress email, String name, @Nullable String password, List<Role> roles, String locale) {
        Optional<Account> known = accounts.findByEmail(email.value());
        String hash = known.map(Account::passwordHash).orElse(null);
        if (password == null) {
            hash = null;
        } else if (hash == null || !passwords.matches(password, hash)) {
            hash = passwords.hash(password);
        }
        Account wanted = new Account(
                known.map(Account::id).orElse(id),
                email.value(),
                name,
                hash,
                codes(roles),
                known.map(Account::partner).orElse(null),
                locale,
                false);
        if (!known.equals(Optional.of(wanted))) {
            accounts.save(wanted);
        }
    }
}
