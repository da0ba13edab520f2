package vn.hoingo.faults.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Discarded;
import vn.hoingo.faults.history.Line.Stuck;
import vn.hoingo.faults.history.Line.Tally;

/** At the end nothing waits, what was received is accounted for to the last message, and only what was given up is dead. */
public record StuckDrainsToZero() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        Map<String, Integer> given = new HashMap<>();
        Set<Discarded> once = new HashSet<>();
        history.all(Discarded.class)
                .filter(once::add)
                .forEach(each ->
                        given.merge(each.consumer() + " of " + each.topic() + "-" + each.partition(), 1, Integer::sum));
        return Stream.concat(
                history.all(Stuck.class)
                        .map(stuck -> "%s is still blocked, %d messages wait".formatted(stuck.id(), stuck.waiting())),
                history.all(Tally.class).flatMap(tally -> breaches(tally, given.getOrDefault(tally.account(), 0))));
    }

    private static Stream<String> breaches(Tally tally, int given) {
        long accounted = tally.handled() + tally.skipped() + tally.refused() + tally.parked() + tally.deadLettered();
        return Stream.of(
                        tally.parked() == 0 ? "" : "%s has %d parked".formatted(tally.account(), tally.parked()),
                        tally.deadLettered() == given
                                ? ""
                                : "%s has %d dead letters, and %d were given up"
                                        .formatted(tally.account(), tally.deadLettered(), given),
                        tally.received() == accounted
                                ? ""
                                : "%s received %d and accounts for %d"
                                        .formatted(tally.account(), tally.received(), accounted),
                        tally.offset() + 1 == tally.end()
                                ? ""
                                : "%s came to offset %d of %d"
                                        .formatted(tally.account(), tally.offset(), tally.end() - 1),
                        tally.received() >= tally.offset() + 1
                                ? ""
                                : "%s counts only %d messages up to offset %d"
                                        .formatted(tally.account(), tally.received(), tally.offset()))
                .filter(sentence -> !sentence.isEmpty());
    }
}
