package vn.hoingo.identity;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place on our own site to return to. Nothing else is ever redirected to, or a link of ours would lead to a stranger's page. */
public record LocalPath(String value) {

    private static final int LONGEST = 2000;

    public static final LocalPath HOME = new LocalPath("/");

    public static Optional<LocalPath> of(@Nullable String text) {
        return text != null && isLocal(text) ? Optional.of(new LocalPath(text)) : Optional.empty();
    }

    private static boolean isLocal(String text) {
        if (text.length() > LONGEST || !text.startsWith("/") || text.startsWith("//")) {
            return false;
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c == '\\' || c >= 0x7f)) {
            return false;
        }
        try {
            URI uri = URI.create(text);
            return !uri.isAbsolute() && uri.getRawAuthority() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
