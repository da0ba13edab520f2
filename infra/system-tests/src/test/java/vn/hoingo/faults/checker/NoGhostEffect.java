package vn.hoingo.faults.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Fact;
import vn.hoingo.faults.history.Line.Found;
import vn.hoingo.faults.history.Line.Letter;
import vn.hoingo.faults.history.Line.Mailed;

/**
 * Nothing is announced that was not saved, no fact takes the number of another one, nothing follows from a message that is not
 * there, and no letter leaves that nobody wrote.
 */
public record NoGhostEffect() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        return Stream.of(unsaved(history), twoUnderOneNumber(history), fromNothing(history), unwritten(history))
                .flatMap(each -> each);
    }

    private static Stream<String> unsaved(History history) {
        Map<String, Found> found = new HashMap<>();
        history.all(Found.class).forEach(each -> found.put(each.source(), each));
        return history.facts().stream()
                .filter(fact -> fact.sequence() > 0)
                .flatMap(fact -> unsaved(fact, found.get(fact.source())));
    }

    private static Stream<String> unsaved(Fact fact, @Nullable Found found) {
        if (found == null) {
            return Stream.of(
                    "%s at %s tells of %s, which was never saved".formatted(fact.type(), fact.place(), fact.source()));
        }
        return fact.sequence() > found.sequence()
                ? Stream.of("%s at %s has number %d, and %s counts only to %d"
                        .formatted(fact.type(), fact.place(), fact.sequence(), fact.source(), found.sequence()))
                : Stream.empty();
    }

    private static Stream<String> twoUnderOneNumber(History history) {
        Map<String, Fact> first = new HashMap<>();
        return history.facts().stream().filter(fact -> fact.sequence() > 0).flatMap(fact -> {
            Fact before = first.putIfAbsent(fact.source() + " " + fact.sequence(), fact);
            return before == null
                            || before.digest().equals(fact.digest())
                                    && before.id().equals(fact.id())
                    ? Stream.empty()
                    : Stream.of("number %d of %s is one fact at %s and another at %s"
                            .formatted(fact.sequence(), fact.source(), before.place(), fact.place()));
        });
    }

    private static Stream<String> fromNothing(History history) {
        Set<String> known = new HashSet<>();
        history.all(Fact.class).forEach(fact -> known.add(fact.id()));
        return history.facts().stream()
                .filter(fact -> !fact.cause().isEmpty() && !known.contains(fact.cause()))
                .map(fact -> "%s at %s follows from message %s, which is on no topic"
                        .formatted(fact.type(), fact.place(), fact.cause()));
    }

    private static Stream<String> unwritten(History history) {
        Set<String> letters = new HashSet<>();
        history.all(Letter.class).forEach(letter -> letters.add(letter.id()));
        return history.all(Mailed.class)
                .filter(mailed -> !letters.contains(OneMessageIdPerLetter.letterOf(mailed)))
                .map(mailed ->
                        "%s left as %s, and nobody wrote that letter".formatted(mailed.file(), mailed.messageId()));
    }
}
