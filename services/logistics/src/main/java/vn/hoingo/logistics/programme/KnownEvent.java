package vn.hoingo.logistics.programme;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * When an event takes place, as far as we heard, and when it was to take place before.
 *
 * @param name null while only a move of it was heard
 * @param dates one for each revision, the latest last
 */
@Document("known_events")
public record KnownEvent(@Id UUID id, @Nullable Text name, List<Dates> dates, boolean cancelled) {

    static KnownEvent of(UUID id, @Nullable Text name, Window window, int revision, Instant since) {
        return new KnownEvent(id, name, List.of(new Dates(window, revision, since)), false);
    }

    KnownEvent at(Window later, int itsRevision, Instant since) {
        if (itsRevision <= revision()) {
            return this;
        }
        List<Dates> all = new ArrayList<>(dates);
        all.add(new Dates(later, itsRevision, since));
        return new KnownEvent(id, name, all, cancelled);
    }

    KnownEvent off() {
        return new KnownEvent(id, name, dates, true);
    }

    public Window window() {
        return dates.getLast().window();
    }

    public int revision() {
        return dates.getLast().revision();
    }

    /** By how much the clock on the wall moved since somebody made plans at that instant. */
    public Duration movedSince(Instant planned) {
        return Duration.between(windowAt(planned).start(), window().start());
    }

    /** By how many days its activities move along, whose hours stay. */
    Duration daysMovedSince(Instant planned) {
        return Duration.between(
                windowAt(planned).start().toLocalDate().atStartOfDay(),
                window().start().toLocalDate().atStartOfDay());
    }

    private Window windowAt(Instant planned) {
        Dates then = dates.getFirst();
        for (Dates each : dates) {
            if (!each.since().isAfter(planned)) {
                then = each;
            }
        }
        return then.window();
    }

    /** The dates of one revision, and since when they were announced. */
    public record Dates(Window window, int revision, Instant since) {}
}
