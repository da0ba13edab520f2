package vn.hoingo.delegations.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What tells a member from others, as far as it is known. Birth date and passport number are here only as marks, which compare
 * and say nothing.
 *
 * @param words of the passport name, folded, in no order
 */
public record Identity(
        UUID member,
        UUID person,
        String words,
        @Nullable String nationality,
        @Nullable String birth,
        @Nullable String passport) {

    /** True unless something that is known of both says that they are two. */
    public boolean mayBeSameAs(Identity other) {
        if (person.equals(other.person)) {
            return true;
        }
        if (passport != null && other.passport != null) {
            return passport.equals(other.passport);
        }
        return words.equals(other.words) && !differ(birth, other.birth) && !differ(nationality, other.nationality);
    }

    /** Under what a claim is laid. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        keys.add("name:" + words);
        if (passport != null) {
            keys.add("passport:" + passport);
        }
        return keys;
    }

    private static boolean differ(@Nullable String mine, @Nullable String theirs) {
        return mine != null && theirs != null && !mine.equals(theirs);
    }
}
