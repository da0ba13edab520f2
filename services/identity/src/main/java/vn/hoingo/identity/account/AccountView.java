package vn.hoingo.identity.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What colleagues see of an account: who acted, and as what. Never the address. */
record AccountView(
        UUID id, String name, List<String> roles, @Nullable UUID partnerId) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(), account.name(), account.roles().stream().sorted().toList(), account.partner());
    }

    /** What one sees of one's own account. */
    record Own(
            UUID id,
            String name,
            String email,
            List<String> roles,
            @Nullable UUID partnerId,
            String locale) {

        static Own of(Account account) {
            return new Own(
                    account.id(),
                    account.name(),
                    account.email(),
                    account.roles().stream().sorted().toList(),
                    account.partner(),
                    account.locale());
        }
    }

    /** What who gives the roles sees of a colleague. */
    record Colleague(UUID id, String name, String email, List<String> roles, String locale, boolean closed) {

        static Colleague of(Account account) {
            return new Colleague(
                    account.id(),
                    account.name(),
                    account.email(),
                    account.roles().stream().sorted().toList(),
                    account.locale(),
                    account.disabled());
        }
    }

    /** A list as every service answers one. */
    record Page(List<AccountView> items, @Nullable String next) {}
}
