package vn.hoingo.operations.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoingo.operations.envelope.Envelope;
import vn.hoingo.operations.sentence.Sentence;
import vn.hoingo.operations.sentence.Words;

/**
 * What somebody wants to see of the stream; null and empty for everything.
 *
 * @param type of the message, or the beginning of one, up to a dot
 * @param words that the sentence must have, folded
 */
record Interest(
        @Nullable String event,
        @Nullable String delegation,
        @Nullable String partner,
        @Nullable String type,
        List<String> words) {

    /** What the envelope alone can tell. */
    boolean takes(Envelope fact) {
        return (event == null || event.equals(fact.event()))
                && (delegation == null || delegation.equals(fact.delegation()))
                && (partner == null || partner.equals(fact.partner()))
                && (type == null
                        || fact.type().equals(type)
                        || (type.endsWith(".") && fact.type().startsWith(type)));
    }

    /** What only the sentence can tell. */
    boolean takes(Envelope fact, Sentence sentence) {
        if (words.isEmpty()) {
            return true;
        }
        List<String> said = Words.of(sentence.vi() + " " + sentence.en() + " " + fact.type());
        return words.stream().allMatch(word -> said.stream().anyMatch(each -> each.startsWith(word)));
    }
}
