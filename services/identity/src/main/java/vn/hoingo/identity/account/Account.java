package vn.hoingo.identity.account;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Someone who may sign in: one of our own people with roles, or a partner's focal point, who acts for one partner and
 * nothing else. An account without a password is entered by one-time links only.
 */
@Document("accounts")
public record Account(
        @Id UUID id,
        String email,
        String name,
        @Nullable String passwordHash,
        Set<String> roles,
        @Nullable UUID partner,
        String locale,
        boolean disabled) {

    static Account forPartner(UUID id, EmailAddress email, String name, UUID partner, String locale) {
        return new Account(id, email.value(), name, null, Set.of(Role.PARTNER.code()), partner, locale, false);
    }

    static Account forColleague(UUID id, EmailAddress email, String name, Set<String> roles, String locale) {
        return new Account(id, email.value(), name, null, roles, null, locale, false);
    }

    /** One of our own people, not a partner's. */
    boolean isColleague() {
        return partner == null && !roles.contains(Role.PARTNER.code());
    }

    boolean is(Role role) {
        return roles.contains(role.code());
    }

    Account with(Set<String> roles, boolean disabled) {
        return new Account(id, email, name, passwordHash, roles, partner, locale, disabled);
    }

    public boolean actsFor(UUID partner) {
        return partner.equals(this.partner);
    }

    /** Neither address nor hash gets into a log by accident. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
