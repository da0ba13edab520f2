package vn.hoingo.portal.page;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who reads the page, as the token says it. */
public record Reader(
        String account,
        String name,
        Set<String> roles,
        @Nullable UUID partner) {

    public static @Nullable Reader current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? of(token.getToken())
                : null;
    }

    private static Reader of(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        String partner = token.getClaimAsString("partner");
        String account = Objects.requireNonNullElse(token.getSubject(), "");
        String name = token.getClaimAsString("name");
        return new Reader(
                account,
                name == null ? account : name,
                roles == null ? Set.of() : Set.copyOf(roles),
                partner == null ? null : UUID.fromString(partner));
    }

    public boolean is(String... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    public boolean isPartner() {
        return partner != null;
    }
}
