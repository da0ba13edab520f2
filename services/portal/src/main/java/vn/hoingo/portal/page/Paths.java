package vn.hoingo.portal.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Only paths of this site are ways on; anything else leads home. */
public final class Paths {

    private Paths() {}

    public static String own(@Nullable String path) {
        if (path == null
                || !path.startsWith("/")
                || path.startsWith("//")
                || path.indexOf('\\') >= 0
                || path.chars().anyMatch(Character::isISOControl)) {
            return "/";
        }
        try {
            return URI.create(path).getHost() == null ? path : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
