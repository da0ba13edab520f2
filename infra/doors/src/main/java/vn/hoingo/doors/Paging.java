package vn.hoingo.doors;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for. A controller method takes it as a parameter: {@code ?limit=50&after=CURSOR&sort=-name}.
 *
 * @param limit how many at most, 1 to 200; 50 when nothing was said
 * @param after the cursor that the last page ended with
 * @param sort a field, with a minus for descending; empty for the list's own order
 */
public record Paging(int limit, @Nullable String after, String sort) {

    public static final int MOST = 200;

    public static Paging first(int limit) {
        return new Paging(limit, null, "");
    }
}
