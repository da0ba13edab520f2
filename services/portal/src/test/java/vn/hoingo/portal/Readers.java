package vn.hoingo.portal;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who looks at a page in a test. */
public final class Readers {

    private Readers() {}

    public static RequestPostProcessor staff(String... roles) {
        return SecurityMockMvcRequestPostProcessors.jwt()
                .jwt(token -> token.subject("019a0000-0000-7000-8000-0000000000aa")
                        .claim("name", "Phạm Lan")
                        .claim("roles", List.of(roles)))
                .authorities(authorities(roles));
    }

    public static RequestPostProcessor organiser() {
        return staff("organiser");
    }

    public static RequestPostProcessor partner() {
        return SecurityMockMvcRequestPostProcessors.jwt()
                .jwt(token -> token.subject("019a0000-0000-7000-8000-0000000000bb")
                        .claim("name", "Kim Ji-ah")
                        .claim("roles", List.of("partner"))
                        .claim("partner", Story.BUSAN))
                .authorities(authorities("partner"));
    }

    private static List<org.springframework.security.core.GrantedAuthority> authorities(String... roles) {
        return List.of(roles).stream()
                .<org.springframework.security.core.GrantedAuthority>map(
                        role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
