package vn.hoingo.identity.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;

/** Accounts without a store. */
public final class InMemoryAccounts implements Accounts {

    private final TreeMap<String, Account> byId = new TreeMap<>();

    public static AccountDesk desk(InMemoryAccounts accounts, Clock clock) {
        return new AccountDesk(accounts, new Passwords(64), new Attempts(), clock, new SecureRandom());
    }

    public Account anOrganiser(String email, String password) {
        return save(new Account(
                UUID.nameUUIDFromBytes(email.getBytes()),
                email,
                "Nguyễn Thị Lan",
                new Passwords(64).hash(password),
                java.util.Set.of(Role.ORGANISER.code()),
                null,
                "vi",
                false));
    }

    public void disable(Account account) {
        save(new Account(
                account.id(),
                account.email(),
                account.name(),
                account.passwordHash(),
                account.roles(),
                account.partner(),
                account.locale(),
                true));
    }

    @Override
    public synchronized Optional<Account> findById(UUID id) {
        return Optional.ofNullable(byId.get(id.toString()));
    }

    @Override
    public synchronized Optional<Account> findByEmail(String email) {
        return byId.values().stream()
                .filter(account -> account.email().equals(email))
                .findFirst();
    }

    @Override
    public synchronized List<Account> findByIdInOrderById(Collection<UUID> ids) {
        return byId.values().stream()
                .filter(account -> ids.contains(account.id()))
                .toList();
    }

    @Override
    public synchronized List<Account> findByIdGreaterThanOrderById(UUID after, Limit limit) {
        return byId.tailMap(after.toString(), false).values().stream()
                .limit(limit.max())
                .toList();
    }

    @Override
    public synchronized List<Account> findByPartnerIsNullOrderByName() {
        return byId.values().stream()
                .filter(account -> account.partner() == null)
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    @Override
    public synchronized long count() {
        return byId.size();
    }

    @Override
    public synchronized Account save(Account account) {
        findByEmail(account.email())
                .filter(other -> !other.id().equals(account.id()))
                .ifPresent(other -> {
                    throw new DuplicateKeyException("email");
                });
        byId.put(account.id().toString(), account);
        return account;
    }
}
