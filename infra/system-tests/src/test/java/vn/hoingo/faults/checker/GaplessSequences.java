package vn.hoingo.faults.checker;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Found;

/** The facts of each aggregate that lie on its topic are 1, 2, 3 … up to the last one that it counted, and none still waits. */
public record GaplessSequences() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        Map<String, SortedSet<Long>> heard = new HashMap<>();
        history.facts().stream().filter(fact -> fact.sequence() > 0).forEach(fact -> heard.computeIfAbsent(
                        fact.source(), none -> new TreeSet<>())
                .add(fact.sequence()));
        Stream<String> lost = history.all(Found.class).flatMap(found -> {
            SortedSet<Long> numbers = heard.getOrDefault(found.source(), new TreeSet<>());
            return LongStream.rangeClosed(1, found.sequence())
                    .filter(number -> !numbers.contains(number))
                    .mapToObj(number -> "%s counts to %d, and its fact %d is not on the topic"
                            .formatted(found.source(), found.sequence(), number));
        });
        Stream<String> waiting = history.all(Found.class)
                .filter(found -> found.waiting() > 0)
                .map(found -> "%d facts of %s still wait to travel".formatted(found.waiting(), found.source()));
        return Stream.concat(lost, waiting);
    }
}
