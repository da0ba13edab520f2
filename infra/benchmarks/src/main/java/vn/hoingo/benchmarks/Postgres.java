package vn.hoingo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoingo.local.Ports;

/** A PostgreSQL of the system's packages, in a folder that is thrown away, on the loopback address only. It never runs as root. */
final class Postgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final Path programs;
    private final Path home;
    private final int port;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Postgres(Path programs, Path home, int port) {
        this.programs = programs;
        this.home = home;
        this.port = port;
    }

    /** Null where it is not installed: the figure then has no peer. */
    static @Nullable Postgres startIfInstalled() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return null;
        }
        try (Stream<Path> installed = Files.list(versions)) {
            Path programs = installed
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo)
                    .orElse(null);
            if (programs == null) {
                return null;
            }
            Path home = Files.createTempDirectory("hoingo-postgres-");
            Postgres postgres = new Postgres(programs, home, Ports.free(1).getFirst());
            if (isRoot()) {
                run(List.of("chown", USER, home.toString()));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::stopWithUs, "postgres"));
            postgres.start();
            return postgres;
        }
    }

    private void start() throws IOException {
        as("initdb", "-D", data(), "-A", "trust", "-U", USER, "-E", "UTF8");
        String options = "-h 127.0.0.1 -k " + home + " -p " + port + " -c max_connections=100";
        as("pg_ctl", "-D", data(), "-w", "-l", home.resolve("log").toString(), "-o", options, "start");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, "");
    }

    /** Also when we are told to end in the middle: it is a daemon and would stay. */
    private void stopWithUs() {
        try {
            close();
        } catch (IOException left) {
            System.err.println(home + " is left behind: " + left.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        as("pg_ctl", "-D", data(), "-m", "immediate", "stop");
        run(List.of("rm", "-rf", home.toString()));
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private void as(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", USER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " ended with " + process.exitValue());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
