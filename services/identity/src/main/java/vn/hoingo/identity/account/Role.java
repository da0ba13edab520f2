package vn.hoingo.identity.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an account may do, as the services read it from a token. */
public enum Role {
    ORGANISER("organiser"),
    DELEGATION_OFFICER("delegation-officer"),
    PROTOCOL_OFFICER("protocol-officer"),
    DISPATCHER("dispatcher"),
    OPERATIONS_WATCHER("operations-watcher"),
    PARTNER("partner"),
    CHECK_IN("check-in"),
    AUDITOR("auditor");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    /** The roles of these codes, unless one of them is no role of the house's own people. */
    public static Optional<Set<Role>> staff(@Nullable Collection<String> codes) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : codes == null ? List.<String>of() : codes) {
            Role role = code == null ? null : of(code).orElse(null);
            if (role == null || role == PARTNER) {
                return Optional.empty();
            }
            roles.add(role);
        }
        return roles.isEmpty() ? Optional.empty() : Optional.of(roles);
    }

    /** Every role of the house's own people; a partner is a guest in it. */
    public static Set<String> staff() {
        return Arrays.stream(values())
                .filter(role -> role != PARTNER)
                .map(Role::code)
                .collect(Collectors.toSet());
    }
}
