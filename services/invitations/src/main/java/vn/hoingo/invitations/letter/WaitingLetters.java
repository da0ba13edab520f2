package vn.hoingo.invitations.letter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letters that wait for a person, so that none waits unseen. */
@Component
public class WaitingLetters {

    private static final int TRIES_BEFORE_IT_IS_SEEN = 3;

    private final Letters letters;

    WaitingLetters(Letters letters) {
        this.letters = letters;
    }

    /** Letters of one kind to one event wait together. */
    public List<Pile> piles() {
        Map<Pile.Key, Long> counts = Stream.of(Letter.Status.HELD, Letter.Status.BOUNCED, Letter.Status.QUEUED)
                .flatMap(status -> letters.findTop100ByStatusOrderByQueuedAtAsc(status).stream())
                .filter(letter -> letter.status() != Letter.Status.QUEUED || letter.tries() >= TRIES_BEFORE_IT_IS_SEEN)
                .collect(Collectors.groupingBy(
                        letter -> new Pile.Key(
                                letter.event(),
                                letter.kind().code(),
                                letter.status().code(),
                                why(letter)),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new Pile(entry.getKey(), entry.getValue().intValue()))
                .toList();
    }

    private static String why(Letter letter) {
        String why = letter.reason() == null ? letter.trouble() : letter.reason();
        return why == null ? "" : why;
    }

    /** Letters that wait for the same reason. */
    public record Pile(Key key, int count) {

        /** What they have in common. */
        public record Key(@Nullable UUID event, String kind, String state, String why) {}
    }
}
