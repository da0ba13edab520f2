package vn.hoingo.gateway.door;

import com.mongodb.MongoException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** A service that is away, slow or broken off: said as it is, and when to try again. */
@Component
@Order(-2)
class Troubles implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Troubles.class);

    private final Answers answers;

    Troubles(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable e) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(e);
        }
        HttpStatus status = status(e);
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
            log.error("A request failed", e);
        }
        if (status == HttpStatus.BAD_GATEWAY
                || status == HttpStatus.SERVICE_UNAVAILABLE
                || status == HttpStatus.GATEWAY_TIMEOUT) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        }
        return answers.problem(exchange, status, type(status));
    }

    private static HttpStatus status(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResponseStatusException stated
                    && HttpStatus.resolve(stated.getStatusCode().value()) instanceof HttpStatus known) {
                return known;
            }
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof MongoException) {
                return HttpStatus.SERVICE_UNAVAILABLE;
            }
            if (cause instanceof TimeoutException || cause instanceof io.netty.handler.timeout.TimeoutException) {
                return HttpStatus.GATEWAY_TIMEOUT;
            }
            if (cause instanceof IOException) {
                return HttpStatus.BAD_GATEWAY;
            }
        }
        return e instanceof WebClientException ? HttpStatus.BAD_GATEWAY : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static String type(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "absent";
            case BAD_GATEWAY, SERVICE_UNAVAILABLE -> "unavailable";
            case GATEWAY_TIMEOUT -> "slow";
            default -> status.is4xxClientError() ? "malformed" : "failed";
        };
    }
}
