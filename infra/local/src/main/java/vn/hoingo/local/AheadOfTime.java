package vn.hoingo.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the build left quick to start, once per build: unpacks each jar, writes its wiring down and trains its
 * ahead-of-time cache by starting it beside the real broker and store until it is ready, since half of what a start loads is
 * loaded for talking to these. What has no cache starts without one, only slower.
 */
final class AheadOfTime {

    private static final Duration UNPACKING = Duration.ofMinutes(1);
    private static final Duration TRAINING = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int ENDED_BY_US = 128 + 15;

    private final Path project;
    private final Runtimes runtimes;
    private final Readiness readiness;
    private final Consumer<String> progress;
    private final Set<Process> trainings = new HashSet<>();
    private boolean over;

    AheadOfTime(Path project, Runtimes runtimes, Readiness readiness, Consumer<String> progress) {
        this.project = project;
        this.runtimes = runtimes;
        this.readiness = readiness;
        this.progress = progress;
    }

    static Path cache(Path unpacked) {
        return unpacked.resolve("app.aot");
    }

    /** How the broker's JVM is told of its cache, if it has one. */
    List<String> brokerFlags() {
        Path cache = brokerCache();
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    private Path brokerCache() {
        return project.resolve("infra/local/target/broker.aot");
    }

    /** Trains the broker's cache with a broker of its own, in a folder that is thrown away. */
    void prepareBroker() {
        Path cache = brokerCache();
        Path stamp = cache.resolveSibling("broker.aot-made-of");
        try {
            String fingerprint = classPath() + String.join(" ", LocalBroker.java()) + Runtime.version();
            if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
                return;
            }
            progress.accept("preparing a quick start of the broker, once per build");
            Files.deleteIfExists(cache);
            Path home = Files.createTempDirectory("hoingo-broker-");
            List<Integer> ports = Ports.free(2);
            try (LocalBroker broker =
                    new LocalBroker(home, ports.get(0), ports.get(1), List.of("-XX:AOTCacheOutput=" + cache))) {
                broker.start();
                broker.awaitReady();
                broker.close(TRAINING);
            } finally {
                Folders.delete(home);
            }
            Files.writeString(stamp, fingerprint);
        } catch (IOException e) {
            progress.accept("the broker starts without a cache: " + e.getMessage());
        }
    }

    /** Every jar that the broker and we have in common, and its age: a cache is good for exactly these. */
    private static String classPath() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(element);
            all.append(path).append(' ').append(Files.getLastModifiedTime(path)).append('\n');
        }
        return all.toString();
    }

    /** @param brokerIsReady waited for when there is something to train */
    void prepareServices(Runnable brokerIsReady) {
        List<Deployable> stale =
                Arrays.stream(Deployable.values()).filter(this::isStale).toList();
        if (stale.isEmpty()) {
            return;
        }
        progress.accept("preparing a quick start, once per build: "
                + String.join(", ", stale.stream().map(Deployable::id).toList()));
        brokerIsReady.run();
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors());
        try (ExecutorService workers = Executors.newFixedThreadPool(atOnce)) {
            stale.forEach(deployable -> workers.execute(() -> prepare(deployable)));
        }
        for (Deployable deployable : stale) {
            if (!isOver() && isStale(deployable)) {
                throw new CannotStart(
                        ExitCode.FAILED, deployable.id() + " could not be unpacked from " + deployable.jar(project));
            }
        }
    }

    private boolean isStale(Deployable deployable) {
        try {
            Path stamp = stamp(deployable);
            return !Files.exists(stamp) || !Files.readString(stamp).equals(fingerprint(deployable));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare(Deployable deployable) {
        Path jar = deployable.jar(project);
        Path unpacked = deployable.unpacked(project);
        try {
            Folders.delete(unpacked);
            List<String> extract = List.of(
                    Jdk.java(),
                    "-XX:TieredStopAtLevel=1",
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--destination",
                    unpacked.toString());
            if (!Mongod.succeeds(extract, UNPACKING)) {
                return;
            }
            Map<String, String> environment = runtimes.environment(deployable);
            if (!isOver()
                    && !new Wiring(unpacked, deployable.unpackedJar(project))
                            .write(deployable.id(), Runtimes.java(deployable), environment)) {
                progress.accept(deployable.id() + " is wired at each start, more slowly; why is in "
                        + unpacked.resolve("wiring.log"));
            }
            boolean trained = train(deployable, unpacked);
            if (isOver()) {
                return; // without a stamp it is made again
            }
            if (!trained) {
                Files.deleteIfExists(cache(unpacked));
                progress.accept(deployable.id() + " starts without a cache, more slowly; why is in "
                        + unpacked.resolve("training.log"));
            }
            Files.writeString(stamp(deployable), fingerprint(deployable));
        } catch (IOException e) {
            progress.accept(deployable.id() + ": " + e.getMessage());
        }
    }

    private boolean train(Deployable deployable, Path unpacked) throws IOException {
        List<String> command = runtimes.command(deployable, List.of("-XX:AOTCacheOutput=" + cache(unpacked)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(unpacked.resolve("training.log").toFile());
        Program.confine(builder.environment(), runtimes.environment(deployable));
        Process process = begin(builder);
        if (process == null) {
            return false;
        }
        try {
            Waiting.until(TRAINING, LOOK, () -> !process.isAlive() || isUp(deployable));
            process.destroy(); // it writes the cache when it ends
            if (!process.waitFor(TRAINING.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor() == ENDED_BY_US && Files.exists(cache(unpacked));
        } catch (InterruptedException ignored) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The gateway is ready only when everybody else is, for whom it need not wait here. */
    private boolean isUp(Deployable deployable) {
        return deployable == Deployable.GATEWAY ? readiness.answers(deployable) : readiness.isReady(deployable);
    }

    private synchronized @Nullable Process begin(ProcessBuilder builder) throws IOException {
        if (over) {
            return null;
        }
        Process process = builder.start();
        trainings.add(process);
        return process;
    }

    /** Ends what is being trained, and begins nothing more. */
    synchronized void stop() {
        over = true;
        trainings.forEach(training -> {
            training.descendants().forEach(ProcessHandle::destroyForcibly);
            training.destroyForcibly();
        });
    }

    private synchronized boolean isOver() {
        return over;
    }

    private Path stamp(Deployable deployable) {
        return deployable.unpacked(project).resolve("made-of");
    }

    /** The jar, the JVM, the flags, the folder: a cache is good for exactly these. */
    private String fingerprint(Deployable deployable) throws IOException {
        Path jar = deployable.jar(project);
        if (!Files.exists(jar)) {
            throw new CannotStart(ExitCode.FAILED, jar + " is missing: ./run builds it");
        }
        return String.join(
                        "\n",
                        jar.toString(),
                        contents(jar),
                        Runtime.version().toString(),
                        String.join(" ", Runtimes.java(deployable)),
                        Wiring.FLAG)
                + "\n";
    }

    /** What is in the jar, whenever it was packed: a build without news makes the same jar anew. */
    private static String contents(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            zip.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc() + "\n")
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
