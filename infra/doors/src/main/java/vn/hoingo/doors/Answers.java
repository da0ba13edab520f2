package vn.hoingo.doors;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import vn.hoingo.messaging.Aggregate;

/** Answers that carry the version of what they show, so that an edit can say which one it was made on. */
public final class Answers {

    private Answers() {}

    public static <V> ResponseEntity<V> of(Aggregate<?> shown, V view) {
        return ResponseEntity.ok().eTag(Long.toString(shown.version())).body(view);
    }

    /** @param path where it can be asked for from now on, such as {@code /api/events/{id}} */
    public static <V> ResponseEntity<V> created(Aggregate<?> shown, String path, V view) {
        return ResponseEntity.created(URI.create(path))
                .eTag(Long.toString(shown.version()))
                .body(view);
    }
}
