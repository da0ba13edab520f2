package vn.hoingo.identity.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    /** Every role of the house's own people; a partner is a guest in it. */
    public static Set<String> staff() {
        return Arrays.stream(values())
                .filter(role -> role != PARTNER)
                .map(Role::code)
                .collect(Collectors.toSet());
    }
}
