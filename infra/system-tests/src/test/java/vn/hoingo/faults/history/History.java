package vn.hoingo.faults.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** All lines of one run, in the order in which they were written. */
public final class History {

    private final List<Line> lines;

    private History(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** A history of these lines. */
    public static History of(List<Line> lines) {
        return new History(lines);
    }

    /** What was written to a file, one JSON object a line; a line that a crash cut off is none. */
    public static History read(Path file) {
        try {
            String text = Files.readString(file);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            return of(whole.lines()
                    .map(line -> JsonMapper.shared().readValue(line, Line.class))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of one kind. */
    public <L extends Line> Stream<L> all(Class<L> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The facts that services wrote, as they lie on the topics: repeats that a crash left included, what was injected not. */
    public List<Line.Fact> facts() {
        Set<String> foreign = new HashSet<>();
        all(Line.Injected.class).forEach(injected -> foreign.add(injected.place()));
        return all(Line.Fact.class)
                .filter(fact -> !foreign.contains(fact.place()))
                .toList();
    }

    /** The whole of it, as it was read. */
    public List<Line> lines() {
        return lines;
    }

    /** What stands for bytes that a history must not keep. */
    public static String digest(byte[] bytes) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(whole, 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
