package vn.hoingo.operations.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Absent;

/**
 * The line of messages behind one that a consumer could not handle, by the name that its service has for it.
 *
 * @param id {@code consumer/topic/key}, as the service's messaging names it
 */
public record StuckKey(String id) {

    public static StuckKey of(String consumer, String topic, int partition, long offset, @Nullable String key) {
        return new StuckKey(consumer + "/" + topic + "/" + (key == null ? partition + "@" + offset : key));
    }

    /** Reads what {@link #text} wrote, or says that there is no such thing. */
    public static StuckKey read(String text) {
        try {
            String id = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (id.matches("[a-z]+\\.[a-z]+/[a-z.-]+/.+")) {
                return new StuckKey(id);
            }
        } catch (IllegalArgumentException rubbish) {
            // it names nothing
        }
        throw new Absent("DeadLetter", text);
    }

    /** As it stands in an address. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    /** The service whose consumer it is. */
    public String service() {
        return id.substring(0, id.indexOf('.'));
    }
}
