package vn.hoingo.operations.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events as they are written. */
final class Lines {

    private final OutputStream out;
    private final JsonMapper json;

    Lines(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    void event(String name, String id, Object data) throws IOException {
        write(encoded(name, id, data));
    }

    /** The bytes of an event, which many may be written. */
    byte[] encoded(String name, String id, Object data) {
        return ("event: " + name + "\nid: " + id + "\ndata: " + json.writeValueAsString(data) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Moves the reader's last event id and shows nothing. */
    void id(String id) throws IOException {
        write("id: " + id + "\n\n");
    }

    void heartbeat(String id) throws IOException {
        write(": heartbeat\nid: " + id + "\n\n");
    }

    void retry(Duration wait) throws IOException {
        write("retry: " + wait.toMillis() + "\n\n");
    }

    void write(byte[] event) throws IOException {
        out.write(event);
        out.flush();
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }
}
