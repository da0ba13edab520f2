package vn.hoingo.messaging.test;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who asks in an API test: {@code mvc.perform(get("/api/events").with(a("organiser")))}. */
public final class Callers {

    /** The account that staff of API tests act under. */
    public static final UUID STAFF = UUID.fromString("00000000-0000-8000-8000-0000000000aa");

    private Callers() {}

    public static RequestPostProcessor a(String... roles) {
        return SecurityMockMvcRequestPostProcessors.jwt()
                .jwt(token -> token.subject(STAFF.toString()).claim("roles", List.of(roles)))
                .authorities(authorities(roles));
    }

    /** The focal point of a partner. */
    public static RequestPostProcessor focalPointOf(UUID partner) {
        return SecurityMockMvcRequestPostProcessors.jwt()
                .jwt(token -> token.subject(UUID.nameUUIDFromBytes(
                                        partner.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString())
                        .claim("roles", List.of("partner"))
                        .claim("partner", partner.toString()))
                .authorities(authorities("partner"));
    }

    private static List<GrantedAuthority> authorities(String... roles) {
        return Arrays.stream(roles)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
