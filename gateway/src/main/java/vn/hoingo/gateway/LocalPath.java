package vn.hoingo.gateway;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A place on our own site to return to; anything else becomes the front page. */
public final class LocalPath {

    private static final int LONGEST = 2000;

    private LocalPath() {}

    public static String orHome(@Nullable String text) {
        return text != null && isLocal(text) ? text : "/";
    }

    private static boolean isLocal(String text) {
        if (text.length() > LONGEST || !text.startsWith("/") || text.startsWith("//")) {
            return false;
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c == '\\' || c >= 0x7f)) {
            return false;
        }
        try {
            return URI.create(text).getRawAuthority() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
