package vn.hoingo.portal.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list and where the next one begins. */
public record Listing<T>(List<T> items, @Nullable String next) {

    public Listing {
        items = items == null ? List.of() : items;
    }

    public static <T> Listing<T> empty() {
        return new Listing<>(List.of(), null);
    }
}
