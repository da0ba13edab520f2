package vn.hoingo.doors;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who asks, as their token says it. A controller method may take it as a parameter.
 *
 * @param account an account id, or the client id of a machine
 * @param roles role codes such as {@code delegation-officer}; {@code service} for machines of ours
 * @param partner the partner whose focal point this is; null for everyone else
 */
public record Caller(
        String account, Set<String> roles, @Nullable UUID partner) {

    private static final Caller NOBODY = new Caller("anonymous", Set.of(), null);

    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof JwtAuthenticationToken token) {
            String partner = token.getToken().getClaimAsString("partner");
            return new Caller(
                    token.getName(),
                    token.getAuthorities().stream()
                            .map(authority -> String.valueOf(authority.getAuthority()))
                            .filter(authority -> authority.startsWith("ROLE_"))
                            .map(authority -> authority.substring("ROLE_".length()))
                            .collect(Collectors.toUnmodifiableSet()),
                    partner == null ? null : UUID.fromString(partner));
        }
        return NOBODY;
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public boolean isAnyOf(String... some) {
        for (String role : some) {
            if (is(role)) {
                return true;
            }
        }
        return false;
    }

    /** True for a machine of ours. */
    public boolean service() {
        return is("service");
    }
}
