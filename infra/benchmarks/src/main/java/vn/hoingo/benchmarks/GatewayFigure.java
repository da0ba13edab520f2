package vn.hoingo.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.hoingo.local.Ports;

/**
 * What the door costs: processor time of the process in the middle, and the time it adds to a call; on an open path and with
 * a session and the limits, on the native transport and on NIO, beside an nginx that passes on and does nothing else.
 */
final class GatewayFigure implements Figure {

    private static final String JAR = "gateway/target/gateway-1.0.0-SNAPSHOT-app.jar";
    private static final int HEAP = 128;
    private static final String OPEN_PATH = "/assets/any";
    private static final String SIGNED_IN_PATH = "/api/events/any";
    private static final String SECRET = "the secret of a session that is only measured";
    private static final int CONNECTIONS = 8;
    private static final int CALLS = 6_000;
    private static final int CALLS_ALONE = 500;

    @Override
    public void measure(Effort effort, Lines lines) throws Exception {
        List<Integer> ports = Ports.free(4);
        int behind = ports.get(0);
        int nginx = ports.get(1);
        Path home = Files.createTempDirectory("hoingo-gateway-");
        try (Stage stage = new Stage();
                Running backend = Nginx.answering(home, behind);
                Running peer = Nginx.passing(home, nginx, behind);
                Running epoll = gateway(stage, home, ports.get(2), behind, true);
                Running nio = gateway(stage, home, ports.get(3), behind, false)) {
            signIn(stage);
            String cookie = "__Host-hoingo=" + SECRET.replace(' ', '-');
            for (Map.Entry<Running, Integer> each : Map.of(
                            backend, behind, peer, nginx, epoll, ports.get(2), nio, ports.get(3))
                    .entrySet()) {
                each.getKey().await(() -> answers(each.getValue()));
            }
            Race race = new Race()
                    .side("direct", calls(effort, null, behind, OPEN_PATH, ""))
                    .side("peer", calls(effort, peer, nginx, OPEN_PATH, ""))
                    .side("plain", calls(effort, epoll, ports.get(2), OPEN_PATH, ""))
                    .side("signedIn", calls(effort, epoll, ports.get(2), SIGNED_IN_PATH, cookie))
                    .side("plainNio", calls(effort, nio, ports.get(3), OPEN_PATH, ""))
                    .side("signedInNio", calls(effort, nio, ports.get(3), SIGNED_IN_PATH, cookie))
                    .run(effort.rounds());
            efficiency(lines, race, "gateway plain", "plain", 0.5);
            efficiency(lines, race, "gateway with sign-in and limits", "signedIn", 0.3);
            added(lines, race, "gateway plain, added p50", "plain");
            added(lines, race, "gateway with sign-in, added p50", "signedIn");
            lines.of("gateway native transport to NIO", "requests per CPU s")
                    .with("native", race.of("plain", "perCpuSecond"))
                    .with("nio", race.of("plainNio", "perCpuSecond"))
                    .with("plain", race.ratio("plain", "plainNio", "perCpuSecond"))
                    .with("signedIn", race.ratio("signedIn", "signedInNio", "perCpuSecond"))
                    .with("p50Plain", race.ratio("plain", "plainNio", "p50"))
                    .with("rounds", race.rounds())
                    .print();
        }
    }

    private static void efficiency(Lines lines, Race race, String figure, String side, double atLeast) {
        lines.of(figure, "requests per CPU s of the proxy")
                .with("ours", race.of(side, "perCpuSecond"))
                .with("peer", race.of("peer", "perCpuSecond"))
                .with("oursCpuSecondsPer1000", race.of(side, "cpuPer1000"))
                .with("peerCpuSecondsPer1000", race.of("peer", "cpuPer1000"))
                .ratio("peer", race.ratio(side, "peer", "perCpuSecond"), Reach.atLeast(atLeast))
                .with("rounds", race.rounds())
                .print();
    }

    private static void added(Lines lines, Race race, String figure, String side) {
        Spread added = race.difference(side, "direct", "p50");
        lines.of(figure, "ms")
                .with("ours", added)
                .with("peer", race.difference("peer", "direct", "p50"))
                .with("direct", race.of("direct", "p50"))
                .with("reach", "at most 0.5 ms")
                .with("reached", added.median() <= 0.5)
                .with("rounds", race.rounds())
                .print();
    }

    private static Running gateway(Stage stage, Path home, int port, int behind, boolean isNative) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("HOINGO_GATEWAY_SECRET", "unused");
        environment.put("SPRING_MONGODB_URI", stage.storeUri("gateway"));
        environment.put("HOINGO_GATEWAY_LIMITS_ADDRESS", "1000000000"); // counted, and never reached
        environment.put("HOINGO_GATEWAY_LIMITS_PRINCIPAL", "1000000000");
        for (String service :
                List.of("EVENTS", "DELEGATIONS", "INVITATIONS", "LOGISTICS", "OPERATIONS", "IDENTITY", "PORTAL")) {
            environment.put("HOINGO_" + service + "_URL", "http://127.0.0.1:" + behind);
        }
        List<String> flags = new ArrayList<>(List.of("-Dreactor.netty.native=" + isNative));
        String recording = System.getProperty("hoingo.record", "");
        if (isNative && !recording.isEmpty()) {
            flags.add("-XX:StartFlightRecording=filename=" + recording);
        }
        return Running.service(JAR, HEAP, flags, environment, home.resolve("gateway-" + isNative + ".log"));
    }

    /** A session as the gateway keeps it: only the digest of its secret is stored. */
    private static void signIn(Stage stage) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(SECRET.replace(' ', '-').getBytes(StandardCharsets.UTF_8));
        Date now = Date.from(Instant.now());
        Date later = Date.from(Instant.now().plus(Duration.ofDays(1)));
        try (MongoClient store = MongoClients.create(stage.storeUri("gateway"))) {
            store.getDatabase("gateway")
                    .getCollection("sessions")
                    .insertOne(new Document(
                                    "_id",
                                    Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
                            .append("subject", "somebody")
                            .append("idToken", "t".repeat(900))
                            .append("accessToken", "t".repeat(900))
                            .append("accessUntil", later)
                            .append("refreshToken", "r".repeat(120))
                            .append("since", now)
                            .append("seen", now)
                            .append("until", later));
        }
    }

    private static boolean answers(int port) throws IOException {
        try (Caller caller = new Caller(port, OPEN_PATH, "")) {
            return caller.ask() == 200;
        }
    }

    /** First many calls side by side for the processor time, then calls one after the other for the time they take. */
    private static Callable<Map<String, Double>> calls(
            Effort effort, @Nullable Running proxy, int port, String path, String cookie) {
        int calls = effort.of(CALLS) / CONNECTIONS * CONNECTIONS;
        return () -> {
            double before = proxy == null ? 0 : proxy.cpuSeconds();
            List<Future<?>> callers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
                for (int connection = 0; connection < CONNECTIONS; connection++) {
                    callers.add(threads.submit(() -> {
                        try (Caller caller = new Caller(port, path, cookie)) {
                            for (int call = 0; call < calls / CONNECTIONS; call++) {
                                caller.askWell();
                            }
                        }
                        return null;
                    }));
                }
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
            double spent = proxy == null ? Double.NaN : proxy.cpuSeconds() - before;
            List<Double> taken = new ArrayList<>();
            try (Caller caller = new Caller(port, path, cookie)) {
                for (int call = 0; call < effort.of(CALLS_ALONE); call++) {
                    long begun = System.nanoTime();
                    caller.askWell();
                    taken.add((System.nanoTime() - begun) / 1e6);
                }
            }
            return Map.of(
                    "perCpuSecond",
                    calls / spent,
                    "cpuPer1000",
                    spent / calls * 1_000,
                    "p50",
                    Spread.quantile(taken.stream().mapToDouble(Double::doubleValue), 0.5));
        };
    }
}
