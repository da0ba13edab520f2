package vn.hoingo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder in which everything lies that must survive a stop. One instance uses it at a time. A folder that holds something
 * else is neither used nor emptied: ours carries a marker.
 */
final class DataFolder implements AutoCloseable {

    private static final String MARKER = "hoingo.data";
    private static final String FORM = "1";
    private static final String LOCK = "lock";
    private static final long LEAST_SPACE = 500L * 1024 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    static DataFolder open(Path path, boolean fresh, Consumer<String> progress) {
        try {
            create(path);
            Path marker = path.resolve(MARKER);
            if (Files.exists(marker) && !Files.readString(marker).strip().equals(FORM)) {
                throw corrupt(marker + " does not say " + FORM + ", so " + path
                        + " was made by another version of Hội Ngộ, or is damaged: choose another folder by --data");
            }
            if (!Files.exists(marker) && !isEmpty(path)) {
                throw corrupt(path + " is not empty and not a data folder of Hội Ngộ (no " + MARKER
                        + " in it): choose another by --data");
            }
            DataFolder folder = locked(path);
            try {
                List<String> leftOvers = LeftOvers.stop(path);
                if (!leftOvers.isEmpty()) {
                    progress.accept("stopped what an earlier start left behind: " + String.join(", ", leftOvers));
                }
                if (fresh) {
                    folder.empty();
                }
                folder.requireSpace();
                folder.requireWhole();
                Files.writeString(path.resolve(MARKER), FORM + "\n");
                return folder;
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart(ExitCode.CORRUPT_DATA, path + " cannot be used: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    private static void create(Path path) {
        if (Files.isRegularFile(path)) {
            throw corrupt(path + " is a file: name a folder by --data");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw corrupt(path + " cannot be made: " + e.getMessage());
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.allMatch(entry -> entry.getFileName().toString().equals(LOCK));
        }
    }

    private static DataFolder locked(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataFolder(path, channel, lock);
            }
        } catch (OverlappingFileLockException ignored) {
            // held in this very process
        }
        channel.close();
        throw new CannotStart(
                ExitCode.DATA_IN_USE,
                "another instance uses " + path + ": stop it, or choose another folder by --data");
    }

    private void empty() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (name.equals(LOCK) || name.equals(MARKER)) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    Folders.delete(entry);
                } else {
                    Files.delete(entry);
                }
            }
        }
    }

    private void requireSpace() throws IOException {
        long space = Files.getFileStore(path).getUsableSpace();
        if (space < LEAST_SPACE) {
            throw new CannotStart(
                    ExitCode.NO_DISK,
                    path + " has " + space / 1024 / 1024 + " MB left on its disk, and " + LEAST_SPACE / 1024 / 1024
                            + " MB are needed");
        }
    }

    /** What a start needs of an earlier one: the secrets to open the store with, and a broker folder that Kafka accepts. */
    private void requireWhole() throws IOException {
        boolean hasStore = holdsFiles(path.resolve("store"));
        if (Files.exists(path.resolve(LocalStore.MARK))) {
            // What one of the two remembers without the other is worse than nothing: facts of documents that are not
            // there.
            for (Path known : List.of(path.resolve("store").resolve("WiredTiger.turtle"), meta(path))) {
                if (!Files.exists(known)) {
                    throw corrupt(known + " is missing, so what was stored is lost or incomplete: restore " + path
                            + " from a copy, or start anew with --fresh (which deletes the rest)");
                }
            }
        }
        if (hasStore && !Files.exists(path.resolve("secrets.json"))) {
            throw corrupt(path.resolve("secrets.json")
                    + " is missing, so the store cannot be opened: restore it from a copy, "
                    + "or start anew with --fresh (which deletes the data)");
        }
        if (hasStore && !Files.exists(path.resolve("store.key"))) {
            throw corrupt(path.resolve("store.key") + " is missing: restore it from a copy, or start anew with --fresh "
                    + "(which deletes the data)");
        }
        Secrets.in(path);
        Path broker = path.resolve("broker");
        if (!holdsFiles(broker)) {
            return;
        }
        Path meta = meta(path);
        Properties properties = new Properties();
        if (Files.exists(meta)) {
            try (var reader = Files.newBufferedReader(meta)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                properties.clear();
            }
        }
        if (!properties.containsKey("cluster.id") || !properties.containsKey("node.id")) {
            throw corrupt(meta + " is missing or broken: restore it from a copy, or start anew with --fresh "
                    + "(which deletes the data)");
        }
    }

    private static Path meta(Path path) {
        return path.resolve("broker").resolve("meta.properties");
    }

    private static boolean holdsFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }

    private static CannotStart corrupt(String line) {
        return new CannotStart(ExitCode.CORRUPT_DATA, line);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
