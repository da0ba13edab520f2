package vn.hoingo.portal.permit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A permit, as the events service tells it. */
public record Permit(
        String state,
        String authority,
        LocalDate fileBy,
        String source,
        @Nullable Integer highestRank,
        List<String> topics,
        List<String> possibleTopics,
        @Nullable LocalDate submittedOn,
        @Nullable String waiver,
        @Nullable Decision decision,
        @Nullable String reason) {

    public boolean is(String... states) {
        return List.of(states).contains(state);
    }

    public boolean mayBeFiled() {
        return is("not-started", "returned", "refused", "amendment-needed");
    }

    public String tone() {
        return switch (state) {
            case "granted" -> "ok";
            case "refused", "amendment-needed" -> "risk";
            case "dossier-submitted", "returned" -> "wait";
            default -> "quiet";
        };
    }

    /** The number and the day of what was decided. */
    public record Decision(String number, LocalDate decidedOn) {}
}
