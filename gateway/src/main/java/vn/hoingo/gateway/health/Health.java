package vn.hoingo.gateway.health;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.hoingo.gateway.GatewaySettings;

/** <code>GET /health</code>: well only when every service is ready. */
@RestController
class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, URI> services;
    private final WebClient direct;

    Health(GatewaySettings settings, WebClient direct) {
        this.services = settings.services();
        this.direct = direct;
    }

    @GetMapping("/health")
    Mono<ResponseEntity<Answer>> health() {
        return Flux.fromIterable(services.entrySet())
                .flatMap(service -> isReady(service.getValue())
                        .map(ready -> Map.entry(service.getKey(), ready ? "ready" : "not ready")))
                .collect(TreeMap<String, String>::new, (all, one) -> all.put(one.getKey(), one.getValue()))
                .map(all -> {
                    boolean ready = all.values().stream().allMatch("ready"::equals);
                    return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .body(new Answer(ready ? "ready" : "not ready", all));
                });
    }

    private Mono<Boolean> isReady(URI service) {
        return direct.get()
                .uri(service.resolve("/actuator/health/readiness"))
                .exchangeToMono(response ->
                        response.releaseBody().thenReturn(response.statusCode().is2xxSuccessful()))
                .timeout(PATIENCE)
                .onErrorReturn(false);
    }

    record Answer(String status, Map<String, String> services) {}
}
