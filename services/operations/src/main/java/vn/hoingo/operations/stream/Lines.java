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
        write("event: " + name + "\nid: " + id + "\ndata: " + json.writeValueAsString(data) + "\n\n");
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

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
