package vn.hoingo.faults.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Asked;
import vn.hoingo.faults.history.Line.Found;

/** What was acknowledged is there at the end, at least as new as the answer said, and what it promised was announced. */
public record DurableAck() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        Map<String, Found> found = new HashMap<>();
        history.all(Found.class).forEach(each -> found.put(each.id(), each));
        Set<String> announced = new HashSet<>();
        history.facts().forEach(fact -> announced.add(fact.key() + " " + fact.type()));
        return history.all(Asked.class)
                .filter(asked -> asked.acknowledged() && asked.id() != null)
                .flatMap(asked -> breach(asked, found.get(asked.id()), announced));
    }

    private static Stream<String> breach(Asked asked, @Nullable Found found, Set<String> announced) {
        String who = "%s was told %d for %s under key %s at %s"
                .formatted(asked.client(), asked.status(), asked.request(), asked.key(), asked.ended());
        if (found == null) {
            return Stream.of(who + ", and " + asked.id() + " is not there");
        }
        if (found.version() < asked.version()) {
            return Stream.of("%s with version %d, and %s ended at version %d"
                    .formatted(who, asked.version(), found.source(), found.version()));
        }
        if (asked.promised() != null && !announced.contains(asked.id() + " " + asked.promised())) {
            return Stream.of("%s, and no %s of %s is on the topic".formatted(who, asked.promised(), found.source()));
        }
        return Stream.empty();
    }
}
