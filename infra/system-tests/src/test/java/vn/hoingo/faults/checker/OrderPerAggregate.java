package vn.hoingo.faults.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Fact;

/** All facts of an aggregate lie in one partition, and the first occurrences come in their order; what comes again is older. */
public record OrderPerAggregate() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        Map<String, Fact> highest = new HashMap<>();
        List<String> breaches = new ArrayList<>();
        List<Fact> inOrder = history.facts().stream()
                .filter(fact -> fact.sequence() > 0)
                .sorted(Comparator.comparing(Fact::topic)
                        .thenComparing(Fact::partition)
                        .thenComparing(Fact::offset))
                .toList();
        for (Fact fact : inOrder) {
            Fact before = highest.get(fact.source());
            if (before != null && before.partition() != fact.partition()) {
                breaches.add(
                        "%s is in two partitions: %s and %s".formatted(fact.source(), before.place(), fact.place()));
            } else {
                long last = before == null ? 0 : before.sequence();
                if (fact.sequence() > last + 1) {
                    breaches.add("%s comes to number %d at %s right after number %d"
                            .formatted(fact.source(), fact.sequence(), fact.place(), last));
                }
            }
            if (before == null || fact.sequence() > before.sequence()) {
                highest.put(fact.source(), fact);
            }
        }
        return breaches.stream();
    }
}
