package vn.hoingo.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** A process that is measured: what it costs is read from the system, not from what it says about itself. */
final class Running implements AutoCloseable {

    static final Path PROJECT = Path.of(System.getProperty("hoingo.project", "."));
    private static final long PATIENCE_MILLIS = 900_000;

    private static final double TICKS_PER_SECOND = 100;

    private final Process process;

    private Running(Process process) {
        this.process = process;
    }

    static Running program(List<String> command, Map<String, String> environment, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start());
    }

    /** A service with the flags that the embedded default gives it. */
    static Running service(String jar, int heap, List<String> more, Map<String, String> environment, Path log)
            throws IOException {
        Path file = PROJECT.resolve(jar);
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing: mvn -Dmaven.test.skip=true package");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms48m",
                "-Xmx" + heap + "m",
                "-Xss512k",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=64m",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(more);
        command.addAll(List.of("-jar", file.toString()));
        return program(command, environment, log);
    }

    void await(Callable<Boolean> ready) throws Exception {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            try {
                if (ready.call()) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            if (!process.isAlive() || System.currentTimeMillis() > until) {
                throw new IOException(process.info().commandLine().orElse("a process") + " did not become ready");
            }
            Thread.sleep(100);
        }
    }

    /** Of all its threads and children that live. */
    double cpuSeconds() {
        return all().flatMap(Running::threads).mapToLong(Running::onProcessor).sum() / 1e9;
    }

    /** Of one process, threads that ended included, in steps of the system's clock. */
    static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] after = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(after[11]) + Long.parseLong(after[12])) / TICKS_PER_SECOND;
    }

    /** Megabytes that are really taken; shared pages count in parts. */
    long memory() {
        return all().mapToLong(Running::proportionalKilobytes).sum() / 1024;
    }

    private Stream<Path> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> Path.of("/proc", Long.toString(handle.pid())));
    }

    private static Stream<Path> threads(Path of) {
        try (Stream<Path> threads = Files.list(of.resolve("task"))) {
            return threads.toList().stream();
        } catch (IOException ended) {
            return Stream.empty();
        }
    }

    /** The first number of schedstat: nanoseconds on a processor. */
    private static long onProcessor(Path thread) {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long proportionalKilobytes(Path of) {
        try (Stream<String> lines = Files.lines(of.resolve("smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
