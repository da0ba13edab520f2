package vn.hoingo.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.filter.OncePerRequestFilter;

/** The portal before recorded answers, to look at its pages without any other service: {@code ?as=staff}, {@code partner}, {@code none}. */
public class TestPortalApplication {

    public static void main(String[] arguments) {
        RecordingServices services = new RecordingServices();
        Story.tell(services);
        for (String service : List.of("events", "delegations", "invitations", "logistics", "operations", "identity")) {
            System.setProperty("spring.http.serviceclient." + service + ".base-url", services.url());
        }
        SpringApplication.from(PortalApplication::main).with(Standing.class).run(arguments);
    }

    /** A day in the story, and readers without a sign-in. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Standing {

        @Bean
        @Primary
        Clock dayOfTheStory() {
            return Clock.fixed(Instant.parse("2026-11-15T23:15:00Z"), ZoneOffset.UTC);
        }

        @Bean
        JwtDecoder readers() {
            return name -> name.equals("partner")
                    ? reader(name, "Kang Min-ho", List.of("partner"), Story.BUSAN)
                    : reader(name, "Phạm Lan", List.of("organiser", "delegation-officer"), null);
        }

        private static Jwt reader(String token, String name, List<String> roles, String partner) {
            Jwt.Builder jwt = Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .subject("019a0000-0000-7000-8000-0000000000aa")
                    .claim("name", name)
                    .claim("roles", roles);
            return partner == null ? jwt.build() : jwt.claim("partner", partner).build();
        }

        @Bean
        FilterRegistrationBean<OncePerRequestFilter> signedIn() {
            var filter = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
                @Override
                protected void doFilterInternal(
                        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                        throws ServletException, IOException {
                    request.setCharacterEncoding("UTF-8");
                    String as = as(request);
                    response.addCookie(new Cookie("as", as));
                    chain.doFilter(as.equals("none") ? request : new SignedIn(request, as), response);
                }
            });
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }

        private static String as(HttpServletRequest request) {
            String asked = request.getParameter("as");
            if (asked != null) {
                return asked;
            }
            if (request.getCookies() != null) {
                for (Cookie cookie : request.getCookies()) {
                    if (cookie.getName().equals("as")) {
                        return cookie.getValue();
                    }
                }
            }
            return "staff";
        }
    }

    private static final class SignedIn extends HttpServletRequestWrapper {

        private final String token;

        SignedIn(HttpServletRequest request, String token) {
            super(request);
            this.token = token;
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase("Authorization") ? "Bearer " + token : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase("Authorization")
                    ? Collections.enumeration(List.of("Bearer " + token))
                    : super.getHeaders(name);
        }
    }
}
