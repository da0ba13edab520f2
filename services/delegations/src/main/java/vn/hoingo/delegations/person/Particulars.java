package vn.hoingo.delegations.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the department knows of a person.
 *
 * @param passportName in Latin letters, one line in the order of the passport; nobody splits it
 * @param displayName for badges and name plates; the passport name where none was given
 * @param rank 1 head of state or government … 10 other; small is high
 * @param category what kind of guest, such as {@code delegate} or {@code consul-general}
 */
public record Particulars(
        String passportName,
        @Nullable String nativeName,
        @Nullable String displayName,
        @Nullable String formOfAddress,
        @Nullable String function,
        int rank,
        String category,
        @Nullable String nationality,
        List<String> languages,
        @Nullable String email) {

    static final Particulars NONE = new Particulars("", null, null, null, null, 10, "erased", null, List.of(), null);

    public String shownName() {
        return displayName == null || displayName.isBlank() ? passportName : displayName;
    }
}
