package vn.hoingo.faults.checker;

import java.util.stream.Stream;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Shown;

/** Who acts for a partner is shown what is that partner's, and nothing of others. */
public record PartnersApart() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        return history.all(Shown.class)
                .filter(shown -> !shown.partner().equals(shown.owner()))
                .map(shown -> "partner %s was shown %s of partner %s by %s"
                        .formatted(shown.partner(), shown.thing(), shown.owner(), shown.request()));
    }
}
