package vn.hoingo.faults.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Writes a history while it happens: each line is in the file before the next thing is done. */
public final class Chronicle implements AutoCloseable {

    private final BufferedWriter out;

    private Chronicle(BufferedWriter out) {
        this.out = out;
    }

    /** Begins a history; what the file had is gone. */
    public static Chronicle at(Path file) {
        try {
            return new Chronicle(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line, whoever else does at the same time. */
    public synchronized void write(Line line) {
        try {
            out.write(JsonMapper.shared().writerFor(Line.class).writeValueAsString(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
