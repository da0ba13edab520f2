package vn.hoingo.faults.checker;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Fact;
import vn.hoingo.faults.history.Line.Received;

/**
 * A watcher who comes back after every break is told all facts of an aggregate from the first that it was told of. Where a fact lies on
 * its topic twice, it may have been told the later one, of a time before it came: that fact begins nothing.
 */
public record WatchersMissNothing() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        Map<String, Fact> facts = new HashMap<>();
        history.facts().forEach(fact -> facts.putIfAbsent(fact.id(), fact));
        Map<String, Long> places =
                history.all(Fact.class).collect(Collectors.groupingBy(Fact::id, Collectors.counting()));
        Map<String, Fact> beginning = new HashMap<>(facts);
        beginning.keySet().removeIf(id -> places.get(id) > 1);
        Map<String, List<Received>> watchers =
                history.all(Received.class).collect(Collectors.groupingBy(Received::watcher));
        return watchers.entrySet().stream().flatMap(each -> missed(each.getKey(), each.getValue(), facts, beginning));
    }

    private static Stream<String> missed(
            String watcher, List<Received> received, Map<String, Fact> facts, Map<String, Fact> beginning) {
        Set<String> told = new LinkedHashSet<>();
        received.stream().sorted(Comparator.comparingLong(Received::order)).forEach(each -> told.add(each.fact()));
        Map<String, Long> from = new HashMap<>();
        told.stream()
                .map(beginning::get)
                .filter(fact -> fact != null)
                .forEach(fact -> from.merge(fact.source(), fact.sequence(), Math::min));
        return facts.values().stream()
                .filter(fact -> from.containsKey(fact.source()) && fact.sequence() > from.get(fact.source()))
                .filter(fact -> !told.contains(fact.id()))
                .map(fact -> "watcher %s was never told %s at %s, number %d of %s, though it saw an earlier one"
                        .formatted(watcher, fact.type(), fact.place(), fact.sequence(), fact.source()));
    }
}
