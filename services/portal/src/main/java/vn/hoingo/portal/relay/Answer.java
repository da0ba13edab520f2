package vn.hoingo.portal.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a service said when it said no: a problem of RFC 9457 with the wrong fields named. */
public class Answer extends RuntimeException {

    private final int status;
    private final Said said;

    Answer(int status, Said said) {
        super(status + " " + said.type());
        this.status = status;
        this.said = said;
    }

    /** What the reader asked for is not among what the service gave. */
    public static Answer absent(String what) {
        return new Answer(404, new Said("/problems/no-" + what, null, null, null));
    }

    public int status() {
        return status;
    }

    /** The last part of the problem's type, as in {@code answered-too-late}. */
    public String reason() {
        String type = said.type();
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }

    /** The sentence for the reader, in the reader's language; empty when the service gave none. */
    public String sentence() {
        String detail = said.detail();
        if (detail != null && !detail.isBlank()) {
            return detail;
        }
        return said.title() == null ? "" : said.title();
    }

    public List<Wrong> wrong() {
        return said.errors() == null ? List.of() : said.errors();
    }

    /** A field, by its JSON pointer, and the sentence that says how to mend it. */
    public record Wrong(
            @Nullable String pointer,
            @Nullable String message,
            @Nullable List<String> allowed) {

        /** The pointer as a field of a form is called: {@code /window/end} is {@code window.end}. */
        public String field() {
            String path = pointer == null ? "" : pointer;
            return path.startsWith("/") ? path.substring(1).replace('/', '.') : path;
        }
    }

    record Said(
            @Nullable String type,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<Wrong> errors) {}
}
