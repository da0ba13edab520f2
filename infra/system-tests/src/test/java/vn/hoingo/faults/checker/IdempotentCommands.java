package vn.hoingo.faults.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Asked;
import vn.hoingo.faults.history.Line.Fact;

/** However often a command is said under its key, it happens once, and a yes names the same thing each time. */
public record IdempotentCommands() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        Map<String, List<Asked>> commands =
                history.all(Asked.class).collect(Collectors.groupingBy(asked -> asked.client() + " " + asked.key()));
        return Stream.concat(
                commands.values().stream().flatMap(IdempotentCommands::answeredInTwoWays), happenedTwice(history));
    }

    private static Stream<String> answeredInTwoWays(List<Asked> tries) {
        Set<String> ids = new HashSet<>();
        tries.stream().filter(Asked::acknowledged).forEach(asked -> ids.add(String.valueOf(asked.id())));
        return ids.size() < 2
                ? Stream.empty()
                : Stream.of("key %s of %s stands for all of %s"
                        .formatted(tries.getFirst().key(), tries.getFirst().request(), ids));
    }

    private static Stream<String> happenedTwice(History history) {
        Map<String, Asked> promises = new HashMap<>();
        history.all(Asked.class)
                .filter(asked -> asked.promised() != null && !asked.trace().isEmpty())
                .forEach(asked -> promises.putIfAbsent(asked.trace() + " " + asked.promised(), asked));
        Map<String, Fact> kept = new HashMap<>();
        List<String> breaches = new ArrayList<>();
        for (Fact fact : history.facts()) {
            Asked asked = promises.get(fact.trace() + " " + fact.type());
            if (asked != null && fact.cause().isEmpty()) {
                Fact first = kept.putIfAbsent(fact.trace() + " " + fact.type(), fact);
                if (first != null && !first.id().equals(fact.id())) {
                    breaches.add("key %s of %s happened twice: as %s at %s and at %s"
                            .formatted(asked.key(), asked.request(), fact.type(), first.place(), fact.place()));
                }
            }
        }
        return breaches.stream();
    }
}
