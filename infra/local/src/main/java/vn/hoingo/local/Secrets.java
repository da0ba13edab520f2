package vn.hoingo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that must not be guessed, made once per data folder and kept in {@code secrets.json}, which only its owner can
 * read. Services get theirs by environment and nowhere else.
 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Map<String, String> values;

    private Secrets(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /** The secrets of this data folder; none yet when the file is not there. */
    public static Secrets in(Path home) {
        Path file = home.resolve("secrets.json");
        if (!Files.exists(file)) {
            return new Secrets(file, new TreeMap<>());
        }
        try {
            Map<String, String> values = JSON.readValue(Files.readString(file), new TypeReference<>() {});
            if (values == null || values.isEmpty() || values.containsValue(null)) {
                throw new CannotStart(ExitCode.CORRUPT_DATA, corrupt(file));
            }
            return new Secrets(file, new TreeMap<>(values));
        } catch (IOException | JacksonException e) {
            throw new CannotStart(ExitCode.CORRUPT_DATA, corrupt(file), e);
        }
    }

    /** A password: letters and digits, so that it fits into any address. */
    String password(String name) {
        return of(name, () -> text(32));
    }

    /** A key of 32 bytes in base64. */
    String key(String name) {
        return of(name, () -> {
            byte[] bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        });
    }

    /** Random text of letters and digits that are not easily taken for each other. */
    static String text(int length) {
        String alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private synchronized String of(String name, Supplier<String> birth) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String made = birth.get();
        values.put(name, made);
        write(file, JSON.writeValueAsString(values) + "\n");
        return made;
    }

    /** Writes the file in one step, readable by its owner alone. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String corrupt(Path file) {
        return file + " is unreadable; restore it from a copy, or start anew with --fresh (which deletes the data)";
    }
}
