package vn.hoingo.gateway.door;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** An address with tricks in it goes nowhere; whoever only mistyped it is told so, as in any other refusal. */
@Component
class Mistyped implements ServerExchangeRejectedHandler {

    private final Answers answers;

    Mistyped(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException e) {
        return answers.problem(exchange, HttpStatus.BAD_REQUEST, "malformed");
    }
}
