package vn.hoingo.faults.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Fact;
import vn.hoingo.faults.history.Line.Invited;
import vn.hoingo.faults.history.Line.Letter;
import vn.hoingo.faults.history.Line.Tally;

/**
 * A message that comes again changes nothing again: no aggregate says the same twice because of it, nobody is asked twice to the
 * same, no letter is written twice, and each offset is accounted for once.
 */
public record NoDuplicateEffect() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        return Stream.of(
                        saidTwice(history),
                        oneIdTwoNumbers(history),
                        askedTwice(history),
                        writtenTwice(history),
                        counted(history))
                .flatMap(each -> each);
    }

    private static Stream<String> saidTwice(History history) {
        return doubles(
                history.facts().stream().filter(fact -> !fact.cause().isEmpty()).toList(),
                fact -> String.join(" ", fact.source(), fact.type(), fact.cause(), fact.digest()),
                (first, second) -> first.sequence() != second.sequence(),
                (first, second) -> "message %s made %s say %s twice, as number %d and as number %d"
                        .formatted(first.cause(), first.source(), first.type(), first.sequence(), second.sequence()));
    }

    private static Stream<String> oneIdTwoNumbers(History history) {
        return doubles(
                history.facts().stream().filter(fact -> fact.sequence() > 0).toList(),
                Fact::id,
                (first, second) ->
                        first.sequence() != second.sequence() || !first.source().equals(second.source()),
                (first, second) -> "message %s is number %d of %s and number %d of %s"
                        .formatted(first.id(), first.sequence(), first.source(), second.sequence(), second.source()));
    }

    private static Stream<String> askedTwice(History history) {
        return doubles(
                history.all(Invited.class).filter(Invited::live).toList(),
                invited -> invited.activity() + " " + invited.person(),
                (first, second) -> !first.id().equals(second.id()),
                (first, second) -> "%s is asked twice to activity %s: by %s and %s"
                        .formatted(first.person(), first.activity(), first.id(), second.id()));
    }

    private static Stream<String> writtenTwice(History history) {
        return doubles(
                history.all(Letter.class).toList(),
                letter -> letter.kind() + " " + letter.matter() + " " + letter.revision(),
                (first, second) -> !first.id().equals(second.id()),
                (first, second) -> "%s revision %d about %s is written twice: as %s and %s"
                        .formatted(first.kind(), first.revision(), first.matter(), first.id(), second.id()));
    }

    private static Stream<String> counted(History history) {
        return history.all(Tally.class)
                .filter(tally -> tally.received() > tally.offset() + 1)
                .map(tally -> "%s counts %d messages up to offset %d"
                        .formatted(tally.account(), tally.received(), tally.offset()));
    }

    private static <T> Stream<String> doubles(
            List<T> all, Key<T> key, Pair<T, Boolean> differ, Pair<T, String> sentence) {
        Map<String, T> firsts = new HashMap<>();
        List<String> doubles = new ArrayList<>();
        for (T each : all) {
            T first = firsts.putIfAbsent(key.of(each), each);
            if (first != null && differ.of(first, each)) {
                doubles.add(sentence.of(first, each));
            }
        }
        return doubles.stream();
    }

    private interface Key<T> {
        String of(T thing);
    }

    private interface Pair<T, R> {
        R of(T first, T second);
    }
}
