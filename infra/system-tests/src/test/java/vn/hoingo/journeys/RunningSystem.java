package vn.hoingo.journeys;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.local.LocalStore;
import vn.hoingo.local.Ports;

/**
 * The whole system with its demo, started as a newcomer starts it, once for all journeys of a build; or the one that runs already
 * in the data folder that {@code HOINGO_RUNNING} names.
 */
public final class RunningSystem {

    private static final Duration PATIENCE =
            Duration.ofMinutes(30); // the first start after a build wires and trains eight jars
    private static final int PORTS = 26;
    private static final List<String> PORTS_IN_ORDER =
            List.of("gateway", "events", "delegations", "invitations", "logistics", "operations", "identity", "portal");
    private static final int BROKER = 12;
    private static final int STORE = 17;
    private static final int USUALLY_LIVED_WELL = 60;
    private static @Nullable RunningSystem only;

    private final Path home;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private RunningSystem(Path home) {
        this.home = home;
    }

    private static RunningSystem started() throws IOException {
        Path folder = Files.createTempDirectory("hoingo-journeys");
        Path out = folder.resolve("stdout");
        Process supervisor = start(folder, Ports.freeBlock(PORTS));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, folder)));
        try {
            Awaitility.await("ready; see " + folder)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> !supervisor.isAlive() || Files.readString(out).contains("ready: "));
        } catch (ConditionTimeoutException e) {
            supervisor.destroy(); // or the next journey would start a second one beside it
            throw e;
        }
        if (!supervisor.isAlive()) {
            throw new IllegalStateException("the system did not start: " + Files.readString(folder.resolve("stderr")));
        }
        return new RunningSystem(folder.resolve("data"));
    }

    /** Starts it if nobody has yet. */
    public static synchronized RunningSystem get() {
        if (only == null) {
            try {
                String running = System.getenv("HOINGO_RUNNING");
                only = running == null ? started() : new RunningSystem(Path.of(running));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return only;
    }

    private static Process start(Path folder, int at) throws IOException {
        Path project = project();
        Path local = project.resolve("infra/local/target");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Dhoingo.project=" + project,
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-Dhoingo.lived-well=" + Integer.getInteger("hoingo.lived-well", USUALLY_LIVED_WELL),
                        "-cp",
                        local.resolve("local-1.0.0-SNAPSHOT.jar") + ":" + local.resolve("lib") + "/*",
                        "vn.hoingo.local.HoiNgo",
                        "--demo",
                        "--port",
                        String.valueOf(at),
                        "--data",
                        folder.resolve("data").toString())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    /** The folder that has the compose file. */
    static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }

    /** Where the gateway listens. */
    public String url() {
        return demo().get("url").asString();
    }

    /** Connections that journeys share. */
    public HttpClient http() {
        return http;
    }

    /** What a script reads to begin where a person would. */
    public JsonNode demo() {
        return JsonMapper.shared().readTree(read(home.resolve("demo.json")));
    }

    /** The folder of its data, its letters and its logs. */
    public Path home() {
        return home;
    }

    /** Where its broker listens. */
    public String broker() {
        return "127.0.0.1:" + (port() + BROKER);
    }

    /** The password of the demo account with this role. */
    JsonNode account(String role) {
        for (JsonNode account : demo().get("accounts")) {
            for (JsonNode each : account.get("roles")) {
                if (each.asString().equals(role)) {
                    return account;
                }
            }
        }
        throw new IllegalArgumentException("no demo account is " + role);
    }

    /** Every letter that left, as a person reads it, newest last. */
    List<String> letters() {
        try (Stream<Path> files = Files.list(home.resolve("mail"))) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(RunningSystem::read)
                    .toList());
        } catch (IOException none) {
            return List.of();
        }
    }

    /** What lies in a collection of a service's own database, in the order of the ids. */
    public List<Document> documents(String service, String collection) {
        return inStore(service, database -> database.getCollection(collection)
                .find()
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>()));
    }

    /** Has the store refuse every row with this value from now on; with null none any more. */
    void refuse(String service, String collection, String field, @Nullable String value) {
        Document rule = value == null ? new Document() : new Document(field, new Document("$ne", value));
        inStore(
                service,
                database -> database.runCommand(new Document("collMod", collection).append("validator", rule)));
    }

    private <R> R inStore(String service, Function<MongoDatabase, R> work) {
        String uri = LocalStore.in(home, port() + STORE, Set.of()).uri(service);
        try (MongoClient client = MongoClients.create(uri)) {
            return work.apply(client.getDatabase(service));
        }
    }

    private int port() {
        return URI.create(url()).getPort();
    }

    /** Takes the leases of a service away, as if the time of their holder, who died, were over. */
    public void endLeases(String service) {
        inStore(service, database -> database.getCollection("leases").deleteMany(new Document()));
    }

    /** True when a service says that it can be used. */
    public boolean isReady(String service) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + (port() + PORTS_IN_ORDER.indexOf(service)) + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Ends one process as a power cut would; the supervisor starts it again. */
    void kill(String name) {
        long pid = pid(name);
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        Awaitility.await(name + " is back")
                .atMost(Duration.ofSeconds(90))
                .until(() -> pid(name) != pid && pid(name) != 0);
    }

    /** The process behind a name; 0 while there is none. */
    public long pid(String name) {
        try {
            Path file = home.resolve("run/" + name + ".pid");
            return Files.exists(file)
                    ? Long.parseLong(Files.readString(file).strip().split(" ")[0])
                    : 0;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException beingWritten) {
            return 0;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void stop(Process supervisor, Path folder) {
        supervisor.destroy();
        try {
            if (!supervisor.waitFor(30, TimeUnit.SECONDS)) {
                supervisor.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
