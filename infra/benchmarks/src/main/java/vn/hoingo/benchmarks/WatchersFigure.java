package vn.hoingo.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.hoingo.local.Ports;

/**
 * A fact to 2,000 who watch: how long until the last one has it, from operations with everything it does for them and from a
 * broadcaster that only copies bytes. Each has a process and an audience of its own.
 */
final class WatchersFigure implements Figure {

    private static final String JAR = "services/operations/target/operations-1.0.0-SNAPSHOT-app.jar";
    private static final int HEAP = 320;
    private static final int WATCHERS = 2_000;
    private static final int FACTS = 5;
    private static final long MOST_MEGABYTES = 512;
    private static final String OURS = "cinema.ticket";
    private static final String RAW = "raw.bench.ticket"; // no topic on which facts travel: operations does not read it

    @Override
    public void measure(Effort effort, Lines lines) throws Exception {
        int size = effort.of(WATCHERS);
        List<Integer> ports = Ports.free(2);
        Path home = Files.createTempDirectory("hoingo-watchers-");
        try (Stage stage = new Stage();
                Tokens tokens = new Tokens()) {
            stage.topic(OURS);
            stage.topic(RAW);
            try (Running operations = operations(stage, tokens, home, ports.get(0));
                    Running broadcaster = broadcaster(stage, home, ports.get(1))) {
                operations.await(() -> ready(ports.get(0)));
                long before = operations.memory();
                String request =
                        "GET /api/operations/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                                + "Authorization: Bearer " + tokens.watcher() + "\r\n\r\n";
                broadcaster.await(() -> accepts(ports.get(1), request));
                KafkaProducer<String, byte[]> producer = stage.producer();
                try (Audience ours = new Audience(ports.get(0), size, request);
                        Audience theirs = new Audience(ports.get(1), size, request)) {
                    Race race = new Race()
                            .side("ours", showing(producer, OURS, ours))
                            .side("limit", showing(producer, RAW, theirs))
                            .run(effort.rounds());
                    long memory = operations.memory();
                    lines.of("watchers, delay of the last", "ms")
                            .of(race, "last", Reach.atMost(2))
                            .with("watchers", size)
                            .print();
                    lines.of("watchers, memory of operations", "MB")
                            .with("ours", memory)
                            .with("withoutWatchers", before)
                            .with("reach", "at most " + MOST_MEGABYTES + " MB")
                            .with("reached", memory <= MOST_MEGABYTES)
                            .with("watchers", size)
                            .print();
                }
            }
        }
    }

    private static Callable<Map<String, Double>> showing(
            KafkaProducer<String, byte[]> producer, String topic, Audience audience) {
        int[] shown = {0};
        return () -> {
            List<Double> taken = new ArrayList<>();
            for (int fact = 0; fact < FACTS; fact++) {
                long begun = System.nanoTime();
                producer.send(message(topic));
                taken.add((audience.lastShown(++shown[0]) - begun) / 1e6);
            }
            return Map.of("last", Spread.quantile(taken.stream().mapToDouble(Double::doubleValue), 0.5));
        };
    }

    private static ProducerRecord<String, byte[]> message(String topic) {
        UUID ticket = UUID.randomUUID();
        String fact = "{\"ticketId\":\"" + ticket + "\",\"showId\":\"" + UUID.randomUUID() + "\",\"seat\":7}";
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic, ticket.toString(), fact.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "cinema.ticket-issued.v1",
                        "ce_source",
                        "/cinema",
                        "ce_subject",
                        ticket.toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "sequence",
                        "1",
                        "correlationid",
                        UUID.randomUUID().toString(),
                        "actor",
                        "system")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static Running operations(Stage stage, Tokens tokens, Path home, int port) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("SPRING_MONGODB_URI", stage.storeUri("operations"));
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", stage.bootstrapServers());
        environment.put("HOINGO_JWKS_URL", tokens.keysUrl());
        environment.put("HOINGO_PUBLIC_URL", Tokens.ISSUER);
        environment.put("HOINGO_CLIENT_SECRET", "unused");
        List<String> flags = new ArrayList<>();
        String recording = System.getProperty("hoingo.record", "");
        if (!recording.isEmpty()) {
            flags.add("-XX:StartFlightRecording=filename=" + recording);
        }
        return Running.service(JAR, HEAP, flags, environment, home.resolve("operations.log"));
    }

    private static Running broadcaster(Stage stage, Path home, int port) throws IOException {
        return Running.program(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx" + HEAP + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Broadcaster.class.getName(),
                        stage.bootstrapServers(),
                        RAW,
                        Integer.toString(port)),
                Map.of(),
                home.resolve("broadcaster.log"));
    }

    private static boolean ready(int port) throws IOException {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /actuator/health/readiness HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains(" 200");
        }
    }

    private static boolean accepts(int port, String request) throws IOException {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == 'H';
        }
    }
}
