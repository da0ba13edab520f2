package vn.hoingo.events.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.doors.Coded;

/**
 * A body that was asked for its opinion in writing, and its own clock.
 *
 * @param answerBy the last day of its period, counted from the day on which it was asked
 * @param overdueAt when that day is over, where the event is
 * @param told whether it was announced that the period has run out
 */
public record Consultation(
        UUID id,
        String body,
        LocalDate askedOn,
        LocalDate answerBy,
        Instant overdueAt,
        boolean told,
        @Nullable Answer answer) {

    public boolean isOpen() {
        return answer == null;
    }

    public Consultation answered(Answer given) {
        return new Consultation(id, body, askedOn, answerBy, overdueAt, told, given);
    }

    public Consultation toldOverdue() {
        return new Consultation(id, body, askedOn, answerBy, overdueAt, true, answer);
    }

    /** What it answered. */
    public record Answer(
            LocalDate on, Opinion opinion, @Nullable String words) {}

    /** What it thinks of it. */
    public enum Opinion implements Coded {
        AGREES,
        AGREES_WITH_CHANGES,
        OBJECTS
    }
}
