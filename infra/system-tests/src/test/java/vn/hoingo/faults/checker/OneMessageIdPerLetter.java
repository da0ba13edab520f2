package vn.hoingo.faults.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Letter;
import vn.hoingo.faults.history.Line.Mailed;

/** What one guest gets in one revision has one Message-ID, however often it leaves, and no two readers share one. */
public record OneMessageIdPerLetter() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        Map<String, Letter> letters = new HashMap<>();
        history.all(Letter.class).forEach(letter -> letters.put(letter.id(), letter));
        Map<String, Set<String>> ids = new TreeMap<>();
        Map<String, Set<String>> readers = new TreeMap<>();
        history.all(Mailed.class).forEach(mailed -> {
            Letter letter = letters.get(letterOf(mailed));
            if (letter != null) {
                String matter = "%s revision %d about %s to %s"
                        .formatted(letter.kind(), letter.revision(), letter.matter(), mailed.to());
                ids.computeIfAbsent(matter, none -> new TreeSet<>()).add(mailed.messageId());
            }
            readers.computeIfAbsent(mailed.messageId(), none -> new HashSet<>()).add(mailed.to());
        });
        return Stream.concat(
                ids.entrySet().stream()
                        .filter(each -> each.getValue().size() > 1)
                        .map(each -> each.getKey() + " left as " + each.getValue()),
                readers.entrySet().stream()
                        .filter(each -> each.getValue().size() > 1)
                        .map(each -> each.getKey() + " went to " + each.getValue()));
    }

    /** The letter that a Message-ID names. */
    static String letterOf(Mailed mailed) {
        return mailed.messageId().replaceFirst("^<", "").replaceFirst("@.*$", "");
    }
}
