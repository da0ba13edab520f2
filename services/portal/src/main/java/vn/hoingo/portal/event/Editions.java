package vn.hoingo.portal.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.portal.page.Times;
import vn.hoingo.portal.relay.Listing;

/** The editions that a reader can choose from, and the one that is meant when none was chosen: the next that comes. */
@Component
public class Editions {

    private static final int LOOKED_AT = 100;
    private static final int MOST = 200;

    private final EventsClient events;
    private final Times times;

    Editions(EventsClient events, Times times) {
        this.events = events;
        this.times = times;
    }

    public List<Edition> all() {
        return events.list(null, null, null, null, LOOKED_AT).items();
    }

    /** Those that are not over. */
    public List<Edition> coming() {
        LocalDate today = times.today();
        return all().stream().filter(edition -> !edition.isOver(today)).toList();
    }

    public Edition one(UUID id) {
        return events.one(id);
    }

    /** All activities of an edition, page by page. */
    public List<Edition.Activity> programme(UUID event) {
        List<Edition.Activity> programme = new ArrayList<>();
        String after = null;
        do {
            Listing<Edition.Activity> page = events.activities(event, after, MOST);
            programme.addAll(page.items());
            after = page.next();
        } while (after != null);
        return programme;
    }

    public @Nullable Edition meant(List<Edition> all, @Nullable UUID chosen) {
        if (chosen != null) {
            return all.stream()
                    .filter(edition -> edition.id().equals(chosen))
                    .findFirst()
                    .orElse(null);
        }
        LocalDate today = times.today();
        Comparator<Edition> byStart =
                Comparator.comparing(edition -> edition.window().start());
        return all.stream()
                .filter(edition -> !edition.isOver(today))
                .min(byStart)
                .or(() -> all.stream().max(byStart))
                .orElse(null);
    }
}
