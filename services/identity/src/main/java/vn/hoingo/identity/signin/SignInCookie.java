package vn.hoingo.identity.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import vn.hoingo.identity.Digests;
import vn.hoingo.identity.IdentitySettings;
import vn.hoingo.identity.account.Account;
import vn.hoingo.identity.account.AccountDesk;

/**
 * Remembers who signed in by a cookie of its own and a document in the store, in place of a server's session: nothing
 * is lost when this process dies, nothing is stored for strangers, and a disabled account is out at once.
 */
@Component
public class SignInCookie implements SecurityContextRepository, LogoutHandler {

    static final String NAME = "__Host-identity";

    private final SignIns signIns;
    private final AccountDesk accounts;
    private final IdentitySettings settings;
    private final Clock clock;
    private final SecureRandom random;

    SignInCookie(SignIns signIns, AccountDesk accounts, IdentitySettings settings, Clock clock, SecureRandom random) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** Begins a new sign-in with a new secret; what the browser brought along ends. */
    public void signIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        signIns.insert(new SignIn(Digests.of(secret), account.id(), now, now.plus(settings.session())));
        set(response, secret, settings.session());
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        end(request);
        set(response, "", Duration.ZERO);
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still has it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        current(holder.getRequest()).map(SignInCookie::authentication).ifPresent(context::setAuthentication);
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // A sign-in begins and ends by name, never by the way.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return secret(request).isPresent();
    }

    private Optional<Account> current(HttpServletRequest request) {
        return secret(request)
                .flatMap(secret -> signIns.findById(Digests.of(secret)))
                .filter(signIn -> clock.instant().isBefore(signIn.until()))
                .flatMap(signIn -> accounts.findOpen(signIn.account()));
    }

    private static Authentication authentication(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(account.id().toString(), null, List.of());
    }

    private void end(HttpServletRequest request) {
        secret(request).ifPresent(secret -> signIns.deleteById(Digests.of(secret)));
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
    }

    private static void set(HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
