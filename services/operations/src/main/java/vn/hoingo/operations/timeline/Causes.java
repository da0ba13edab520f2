package vn.hoingo.operations.timeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Absent;
import vn.hoingo.operations.sentence.Sentences;

/** What followed from a fact, and what it followed from: facts name the message that caused them. */
@Component
class Causes {

    private static final int DEEPEST = 50;

    private final Timeline timeline;
    private final Sentences sentences;

    Causes(Timeline timeline, Sentences sentences) {
        this.timeline = timeline;
        this.sentences = sentences;
    }

    /** What it caused, and what that caused, as far as it is known by now. */
    Consequence consequences(String id) {
        TimelineEntry root = get(id);
        Map<String, List<TimelineEntry>> byCause = new HashMap<>();
        List<TimelineEntry> together =
                root.correlation() == null ? timeline.causedBy(id) : timeline.together(root.correlation());
        together.forEach(fact -> byCause.computeIfAbsent(String.valueOf(fact.causation()), none -> new ArrayList<>())
                .add(fact));
        byCause.values().forEach(facts -> facts.sort(Comparator.comparingLong(TimelineEntry::order)));
        return consequence(root, root, byCause, new HashSet<>(Set.of(root.id())), 0);
    }

    private Consequence consequence(
            TimelineEntry fact,
            TimelineEntry root,
            Map<String, List<TimelineEntry>> byCause,
            Set<String> seen,
            int depth) {
        List<Consequence> followed = new ArrayList<>();
        for (TimelineEntry next : byCause.getOrDefault(fact.id(), List.of())) {
            if (depth < DEEPEST && seen.add(next.id())) {
                followed.add(consequence(next, root, byCause, seen, depth + 1));
            }
        }
        return new Consequence(
                FactView.of(fact.envelope(), sentences),
                Duration.between(root.time(), fact.time()).toMillis(),
                followed);
    }

    /** From the first cause to the fact itself. */
    List<FactView> causes(String id) {
        Deque<FactView> chain = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        Optional<TimelineEntry> fact = Optional.of(get(id));
        while (fact.isPresent() && seen.add(fact.get().id()) && seen.size() <= DEEPEST) {
            chain.addFirst(FactView.of(fact.get().envelope(), sentences));
            fact = Optional.ofNullable(fact.get().causation()).flatMap(timeline::find);
        }
        return List.copyOf(chain);
    }

    private TimelineEntry get(String id) {
        return timeline.find(id).orElseThrow(() -> new Absent("Fact", id));
    }

    /** @param afterMillis after the root of the tree */
    record Consequence(FactView fact, long afterMillis, List<Consequence> consequences) {}
}
