package vn.hoingo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processes that a killed supervisor left behind. Each running process stands in {@code run/<name>.pid} with its id and the
 * second it was started in, so that a process that merely got the same id later is never touched.
 */
final class LeftOvers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LeftOvers() {}

    static void remember(Path home, String name, ProcessHandle process) throws IOException {
        Path file = file(home, name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, process.pid() + " " + birth(process) + "\n");
    }

    static void forget(Path home, String name) {
        try {
            Files.deleteIfExists(file(home, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what still runs and answers its names. */
    static List<String> stop(Path home) {
        Path run = home.resolve("run");
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        List<ProcessHandle> stopping = new ArrayList<>();
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pid")).toList()) {
                alive(file).ifPresent(process -> {
                    process.destroy();
                    stopping.add(process);
                    names.add(file.getFileName().toString().replace(".pid", ""));
                });
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Waiting.until(PATIENCE, () -> stopping.stream().noneMatch(ProcessHandle::isAlive))) {
            stopping.forEach(ProcessHandle::destroyForcibly);
            Waiting.until(PATIENCE, () -> stopping.stream().noneMatch(ProcessHandle::isAlive));
        }
        return names;
    }

    /** The process that the file speaks of, when it still runs and is the same one. */
    static Optional<ProcessHandle> alive(Path file) throws IOException {
        String[] words = Files.readString(file).strip().split(" ");
        if (words.length != 2 || !words[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> birth(process).equals(words[1]));
    }

    private static String birth(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(Instant::getEpochSecond)
                .map(String::valueOf)
                .orElse("unknown");
    }

    private static Path file(Path home, String name) {
        return home.resolve("run").resolve(name + ".pid");
    }
}
