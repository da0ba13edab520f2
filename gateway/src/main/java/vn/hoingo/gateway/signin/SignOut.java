package vn.hoingo.gateway.signin;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.hoingo.gateway.GatewaySettings;
import vn.hoingo.gateway.session.SessionCookie;

/** Ends the session here, then at the provider, which sends the browser to the front page. */
@RestController
class SignOut {

    private final SessionCookie cookie;
    private final GatewaySettings settings;

    SignOut(SessionCookie cookie, GatewaySettings settings) {
        this.cookie = cookie;
        this.settings = settings;
    }

    @PostMapping("/sign-out")
    Mono<ResponseEntity<Void>> signOut(ServerWebExchange exchange) {
        return cookie.session(exchange)
                .map(session -> UriComponentsBuilder.fromUriString(
                                settings.provider().endSession())
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("post_logout_redirect_uri", "{home}")
                        .encode()
                        .buildAndExpand(session.idToken(), settings.publicUrl().resolve("/"))
                        .toUri())
                .defaultIfEmpty(URI.create("/"))
                .delayUntil(there -> cookie.end(exchange))
                .map(there -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(there)
                        .build());
    }
}
