package vn.hoingo.delegations.duplicate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.doors.Coded;

/**
 * Why two entries may be one person: the same passport, the same name in its own script, or names that are one name written by other
 * habits of marks, order, joining, leaving out and romanising. What is known of both and differs says that they are two.
 */
public enum Likeness implements Coded {
    SAME_PASSPORT,
    SAME_NATIVE_NAME,
    SAME_WORDS,
    JOINED_OTHERWISE,
    KOREAN_ROMANISATION,
    CHINESE_ROMANISATION,
    CYRILLIC_ROMANISATION,
    SHORTENED;

    private static final int FEWEST_LETTERS = 5;

    /** The strongest thing that tells that these may be one person; empty when nothing does. */
    public static Optional<Likeness> of(Known one, Known other) {
        if (one.passport() != null && one.passport().equals(other.passport())) {
            return Optional.of(SAME_PASSPORT);
        }
        if (differ(one.birth(), other.birth()) || differ(one.nationality(), other.nationality())) {
            return Optional.empty();
        }
        if (sameScript(one.nativeName(), other.nativeName())) {
            return Optional.of(SAME_NATIVE_NAME);
        }
        return byName(one, other);
    }

    private static Optional<Likeness> byName(Known one, Known other) {
        List<String> mine = parts(one.name());
        List<String> theirs = parts(other.name());
        if (mine.isEmpty() || theirs.isEmpty() || contradicts(one.name(), other.name())) {
            return Optional.empty();
        }
        if (sorted(mine).equals(sorted(theirs))) {
            return Optional.of(SAME_WORDS);
        }
        if (joined(mine, theirs)) {
            return Optional.of(JOINED_OTHERWISE);
        }
        @Nullable String nationality = one.nationality() == null ? other.nationality() : one.nationality();
        for (Romanisation romanisation : Romanisation.values()) {
            if (romanisation.isPossible(nationality) && romanisation.isOneName(mine, theirs)) {
                return Optional.of(romanisation.likeness());
            }
        }
        return shortened(mine, theirs) || shortened(theirs, mine) ? Optional.of(SHORTENED) : Optional.empty();
    }

    /** The words of a name, without what is no part of it; an apostrophe does not divide. */
    private static List<String> parts(String name) {
        return FoldedText.inOrder(name.replaceAll("['\u2019`\u02bc\u2018]", "")).stream()
                .filter(word ->
                        !Set.of("mr", "mrs", "ms", "dr", "prof", "he", "hon").contains(word) || name.length() < 8)
                .toList();
    }

    private static List<String> sorted(List<String> parts) {
        return parts.stream().sorted().toList();
    }

    /** Marks that stand in both names and are not the same make two names: Ân is not An when An is written with marks, too. */
    private static boolean contradicts(String one, String other) {
        if (!isMarked(one) || !isMarked(other)) {
            return false;
        }
        Set<String> mine = new HashSet<>(marked(one));
        Set<String> theirs = new HashSet<>(marked(other));
        return sorted(parts(one)).equals(sorted(parts(other))) && !mine.equals(theirs);
    }

    private static List<String> marked(String name) {
        return List.of(Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{M}]+"));
    }

    /** Written with the marks that only Vietnamese has: whoever writes these writes all of them. */
    private static boolean isMarked(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .matches(".*([\u0323\u0309\u031b\u0111\u0110]|[\u0300-\u036f]{2}).*");
    }

    /** The same letters when parts are written together, in some order of the parts. */
    private static boolean joined(List<String> mine, List<String> theirs) {
        if (mine.size() == theirs.size() || mine.size() > 5 || theirs.size() > 5) {
            return false;
        }
        Set<String> orders = new HashSet<>(orders(mine));
        orders.retainAll(orders(theirs));
        return orders.stream().anyMatch(letters -> letters.length() >= FEWEST_LETTERS);
    }

    /** The letters in every order of the parts. */
    private static List<String> orders(List<String> parts) {
        if (parts.size() == 1) {
            return parts;
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<String> rest = new ArrayList<>(parts);
            String first = rest.remove(i);
            orders(rest).forEach(letters -> all.add(first + letters));
        }
        return all;
    }

    /** The short name has both ends of the long one, and nothing else than what is in it. */
    private static boolean shortened(List<String> shorter, List<String> longer) {
        return shorter.size() >= 2
                && shorter.size() < longer.size()
                && longer.containsAll(shorter)
                && shorter.contains(longer.getFirst())
                && shorter.contains(longer.getLast());
    }

    private static boolean sameScript(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        String mine = plain(one);
        return mine.codePointCount(0, mine.length()) >= 2 && mine.equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s·・.,-]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !Objects.equals(one, other);
    }
}
