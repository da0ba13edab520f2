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

/** A watcher who comes back after every break is told all facts of an aggregate from the first that it was told of. */
public record WatchersMissNothing() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        Map<String, Fact> facts = new HashMap<>();
        history.facts().forEach(fact -> facts.putIfAbsent(fact.id(), fact));
        Map<String, List<Received>> watchers =
                history.all(Received.class).collect(Collectors.groupingBy(Received::watcher));
        return watchers.entrySet().stream().flatMap(each -> missed(each.getKey(), each.getValue(), facts));
    }

    private static Stream<String> missed(String watcher, List<Received> received, Map<String, Fact> facts) {
        Set<String> told = new LinkedHashSet<>();
        received.stream().sorted(Comparator.comparingLong(Received::order)).forEach(each -> told.add(each.fact()));
        Map<String, Long> from = new HashMap<>();
        told.stream()
                .map(facts::get)
                .filter(fact -> fact != null)
                .forEach(fact -> from.merge(fact.source(), fact.sequence(), Math::min));
        return facts.values().stream()
                .filter(fact -> from.containsKey(fact.source()) && fact.sequence() > from.get(fact.source()))
                .filter(fact -> !told.contains(fact.id()))
                .map(fact -> "watcher %s was never told %s at %s, number %d of %s, though it saw an earlier one"
                        .formatted(watcher, fact.type(), fact.place(), fact.sequence(), fact.source()));
    }
}
