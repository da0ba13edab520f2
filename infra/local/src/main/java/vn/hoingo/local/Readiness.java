package vn.hoingo.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a process says of itself when it is asked over HTTP. */
final class Readiness {

    private static final int READY = 200;
    private static final int SILENT = 0;

    private final Addresses addresses;
    private final HttpClient http;

    Readiness(Addresses addresses, HttpClient http) {
        this.addresses = addresses;
        this.http = http;
    }

    boolean isReady(Deployable deployable) {
        return ask(deployable) == READY;
    }

    /** Whether it is up, be it ready or not. */
    boolean answers(Deployable deployable) {
        return ask(deployable) != SILENT;
    }

    private int ask(Deployable deployable) {
        if (!Ports.answers(addresses.of(deployable))) {
            return SILENT;
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(addresses.direct(deployable) + deployable.readinessPath()))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException ignored) {
            return SILENT;
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            return SILENT;
        }
    }
}
