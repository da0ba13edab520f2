package vn.hoingo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One process beside ours: how it is started, where it writes, and how it ends. Its process id stands in a file while it
 * runs, so that whoever comes after a crash of ours can find and stop it.
 */
final class Program {

    private static final Set<String> INHERITED = Set.of(
            "PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT");
    private static final long LARGEST_LOG = 5L * 1024 * 1024;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path home;
    private @Nullable Process process;

    /** @param home the data folder: {@code logs/<name>.log} and {@code run/<name>.pid} lie in it */
    Program(String name, List<String> command, Map<String, String> environment, Path home) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    String name() {
        return name;
    }

    Path log() {
        return home.resolve("logs").resolve(name + ".log");
    }

    synchronized void start() {
        try {
            rotate(log());
            ProcessBuilder builder = new ProcessBuilder(inOwnSession(command))
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            confine(builder.environment(), environment);
            Process started = builder.start();
            process = started;
            LeftOvers.remember(home, name, started.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    synchronized @Nullable Process process() {
        return process;
    }

    boolean runs() {
        Process current = process();
        return current != null && current.isAlive();
    }

    /** Asks the process to end, and ends it when it does not. */
    void stop(Duration patience) {
        Process current = process();
        if (current == null) {
            return;
        }
        current.destroy();
        try {
            if (!current.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                current.destroyForcibly().waitFor();
            }
        } catch (InterruptedException ignored) {
            current.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        LeftOvers.forget(home, name);
    }

    void kill() {
        Process current = process();
        if (current != null) {
            current.destroyForcibly().onExit().join();
        }
    }

    /** Ctrl-C reaches every process of the terminal's group: in a session of its own, a child ends when we say so. */
    private static List<String> inOwnSession(List<String> command) {
        return Mongod.onPath("setsid", System.getenv())
                .map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream())
                        .toList())
                .orElse(command);
    }

    /** What the caller's shell happens to export must not configure our processes. */
    static void confine(Map<String, String> inherited, Map<String, String> own) {
        inherited.keySet().retainAll(INHERITED);
        inherited.putAll(own);
    }

    private static void rotate(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
