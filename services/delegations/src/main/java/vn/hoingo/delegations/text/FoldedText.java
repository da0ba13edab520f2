package vn.hoingo.delegations.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Text without what people leave out when they search or write a name in a hurry: accents, case, order, punctuation. Only the
 * accents of alphabets go; the vowels that other scripts write as marks stay.
 */
public final class FoldedText {

    private static final String ACCENTS = "[\\u0300-\\u036f]";

    private FoldedText() {}

    /** The words of all texts, folded, each once. */
    public static List<String> words(@Nullable String... texts) {
        TreeSet<String> words = new TreeSet<>();
        for (String text : texts) {
            if (text != null) {
                words.addAll(inOrder(text));
            }
        }
        return List.copyOf(words);
    }

    /** The words of a text, folded, as they follow each other. */
    public static List<String> inOrder(String text) {
        return Arrays.stream(fold(text).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The same for every order, case and accent in which one name is written. */
    public static String key(String name) {
        return String.join(" ", words(name));
    }

    private static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll(ACCENTS, "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('ı', 'i')
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC);
    }

    /** True of documents in whose list of words every word of the question begins one. */
    public static List<Criteria> search(String field, @Nullable String question) {
        List<Criteria> all = new ArrayList<>();
        words(question).forEach(word -> all.add(Criteria.where(field).regex("^" + word)));
        return all;
    }
}
