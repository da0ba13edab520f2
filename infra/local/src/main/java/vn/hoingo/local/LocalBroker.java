package vn.hoingo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * A real Kafka broker that is its own controller, in a process of its own. What it acknowledged it keeps over {@code kill -9};
 * every record is flushed, because with one broker an acknowledgement alone would mean the page cache.
 */
public final class LocalBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Duration STOP_PATIENCE = Duration.ofSeconds(4);

    private final int port;
    private final int controllerPort;
    private final Path folder;
    private final Path properties;
    private final Program program;

    /** @param home the data folder; the broker's own lies in {@code home/broker} */
    public LocalBroker(Path home, int port, int controllerPort) {
        this(home, port, controllerPort, List.of());
    }

    /** @param cacheFlags which ahead-of-time cache its JVM uses or makes, if any */
    LocalBroker(Path home, int port, int controllerPort, List<String> cacheFlags) {
        this.port = port;
        this.controllerPort = controllerPort;
        this.folder = home.resolve("broker");
        this.properties = home.resolve("run").resolve("broker.properties");
        this.program = new Program("broker", command(cacheFlags), Map.of(), home);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts the process and returns without waiting for it. */
    public void start() {
        try {
            Files.createDirectories(properties.getParent());
            Files.createDirectories(folder);
            Files.writeString(properties, settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        program.start();
    }

    public void awaitReady() {
        Waiting.until(PATIENCE, () -> !program.runs() || answers());
        if (!program.runs() || !answers()) {
            throw new CannotStart(ExitCode.FAILED, "the broker did not become ready; its log is " + program.log());
        }
    }

    boolean answers() {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000);
        if (!Ports.answers(port)) {
            return false;
        }
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster(new DescribeClusterOptions().timeoutMs(3000))
                    .nodes()
                    .get(4, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException ignored) {
            return false;
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Program program() {
        return program;
    }

    /** Ends the process as a power cut would end it; {@link #start} brings it back. */
    public void kill() {
        program.kill();
    }

    @Override
    public void close() {
        program.stop(STOP_PATIENCE);
    }

    /** Ends the process, which may have to write its cache first. */
    void close(Duration patience) {
        program.stop(patience);
    }

    /** Small and quick to start; a cache is good for exactly these. */
    static List<String> java() {
        return List.of(
                Jdk.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms64m",
                "-Xmx256m",
                "-Xss512k",
                "-Duser.timezone=UTC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dlogback.configurationFile=vn/hoingo/local/broker-log.xml",
                "-cp",
                System.getProperty("java.class.path"));
    }

    private List<String> command(List<String> cacheFlags) {
        List<String> command = new ArrayList<>(java());
        command.addAll(cacheFlags);
        command.addAll(List.of(
                BrokerProcess.class.getName(),
                properties.toString(),
                folder.toString(),
                String.valueOf(ProcessHandle.current().pid())));
        return command;
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                # A killed broker is not let in again before its old session has ended.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=1000
                log.flush.interval.messages=1
                log.retention.ms=-1
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                offsets.retention.minutes=2147483647
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                # The cleaner would take half of the heap at once.
                log.cleaner.dedupe.buffer.size=4194304
                num.network.threads=2
                num.io.threads=4
                """.formatted(port, controllerPort, folder.toString().replace("\\", "\\\\"));
    }
}
