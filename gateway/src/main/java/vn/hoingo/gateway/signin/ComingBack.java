package vn.hoingo.gateway.signin;

import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.hoingo.gateway.LocalPath;
import vn.hoingo.gateway.door.Answers;

/**
 * Back from the provider: on to where the person wanted to go. What began in another browser, or too long ago, begins
 * once more by itself; the provider knows the person by now.
 */
@Component
class ComingBack implements ServerAuthenticationSuccessHandler, ServerAuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(ComingBack.class);
    private static final String AGAIN = "__Host-hoingo-again";

    private final Answers answers;

    ComingBack(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange chain, Authentication authentication) {
        ServerWebExchange exchange = chain.getExchange();
        return redirect(exchange, LocalPath.orHome(exchange.getAttribute(BegunSignIns.RETURN_TO)));
    }

    @Override
    public Mono<Void> onAuthenticationFailure(WebFilterExchange chain, AuthenticationException e) {
        ServerWebExchange exchange = chain.getExchange();
        String code = e instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : e.getClass().getSimpleName();
        log.info("A sign-in did not come to its end: {}", code);
        if (exchange.getRequest().getCookies().containsKey(AGAIN)) {
            return answers.problem(exchange, HttpStatus.BAD_REQUEST, "sign-in-failed");
        }
        exchange.getResponse()
                .addCookie(ResponseCookie.from(AGAIN, "1")
                        .path("/")
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(Duration.ofMinutes(1))
                        .build());
        return redirect(exchange, "/sign-in");
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, String path) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create(path));
        return exchange.getResponse().setComplete();
    }
}
