package vn.hoingo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A real broker and a real store for the tests of one JVM: made in a temporary folder, and gone with the JVM. */
public final class ThrowawayBacking implements AutoCloseable {

    private static final String PREFIX = "hoingo-test-";
    private static final String OWNER = "owner";

    private final Path home;
    private final LocalBroker broker;
    private final LocalStore store;

    private ThrowawayBacking(Path home, LocalBroker broker, LocalStore store) {
        this.home = home;
        this.broker = broker;
        this.store = store;
    }

    /** Starts both and waits until they are ready. */
    public static ThrowawayBacking start() {
        Path home = newHome();
        List<Integer> ports = Ports.free(3);
        ThrowawayBacking backing = new ThrowawayBacking(
                home, new LocalBroker(home, ports.get(0), ports.get(1)), LocalStore.in(home, ports.get(2), Set.of()));
        Runtime.getRuntime().addShutdownHook(new Thread(backing::close, "throwaway-backing"));
        backing.broker.start();
        backing.store.start();
        backing.store.awaitReady();
        backing.broker.awaitReady();
        return backing;
    }

    public LocalBroker broker() {
        return broker;
    }

    public LocalStore store() {
        return store;
    }

    /** Kills both, since nobody needs what they would still write, and deletes their folder. */
    @Override
    public void close() {
        broker.kill();
        store.kill();
        delete(home);
    }

    private static Path newHome() {
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            try (Stream<Path> folders = Files.list(temporary)) {
                folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                        .filter(ThrowawayBacking::isAbandoned)
                        .forEach(ThrowawayBacking::clear);
            }
            Path home = Files.createTempDirectory(PREFIX);
            LeftOvers.remember(home.resolve(OWNER), OWNER, ProcessHandle.current());
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test JVM that was killed could not clear up. */
    private static boolean isAbandoned(Path home) {
        Path owner = home.resolve(OWNER).resolve("run").resolve(OWNER + ".pid");
        try {
            return Files.exists(owner) && LeftOvers.alive(owner).isEmpty();
        } catch (IOException ignored) {
            return false; // another JVM clears it right now
        }
    }

    private static void clear(Path home) {
        LeftOvers.stop(home);
        delete(home);
    }

    private static void delete(Path home) {
        try {
            Folders.delete(home);
        } catch (IOException e) {
            System.err.println(home + " is left behind: " + e.getMessage());
        }
    }
}
