package vn.hoingo.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A server that tells what reached it: its name, the request line, the headers that matter here, and the body. */
public final class BehindTheDoor {

    private final String name;
    private final DisposableServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile int readiness = 200;

    public BehindTheDoor(String name) {
        this.name = name;
        this.server = HttpServer.create().host("localhost").handle(this::answer).bindNow();
    }

    public String url() {
        return "http://localhost:" + server.port();
    }

    public List<String> heard() {
        return heard;
    }

    public void isReady(boolean ready) {
        readiness = ready ? 200 : 503;
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        if (request.path().equals("actuator/health/readiness")) {
            return response.status(readiness).send();
        }
        if (request.path().endsWith("stream")) {
            return response.sse().sendString(Flux.concat(Flux.just("data: first\n\n"), Flux.never()));
        }
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            String line = String.join(
                    " ",
                    name,
                    request.method().name(),
                    request.uri(),
                    "token=" + request.requestHeaders().get("Authorization"),
                    "cookie=" + request.requestHeaders().get("Cookie"),
                    "host=" + request.requestHeaders().get("Host"),
                    "for=" + request.requestHeaders().getAll("X-Forwarded-For"),
                    "body=" + body);
            heard.add(line);
            return response.header(HttpHeaderNames.CONTENT_TYPE, "text/plain")
                    .sendString(Mono.just(line))
                    .then();
        });
    }
}
