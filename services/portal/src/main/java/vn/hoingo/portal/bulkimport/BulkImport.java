package vn.hoingo.portal.bulkimport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.portal.relay.Text;

/** An import, as the delegations service tells it. */
public record BulkImport(
        UUID id,
        UUID eventId,
        @Nullable Text eventName,
        @Nullable UUID partnerId,
        @Nullable String fileName,
        String state,
        int rows,
        int done,
        int fresh,
        int known,
        int there,
        int wrong,
        int delegations,
        int submitted,
        int gone,
        int stays,
        boolean submits,
        List<String> ignored,
        Instant uploadedAt,
        Instant changedAt,
        Instant keptUntil,
        boolean shredded,
        List<String> may) {

    public boolean is(String... states) {
        return List.of(states).contains(state);
    }

    public boolean isAtWork() {
        return is("checking", "importing", "undoing");
    }

    public boolean may(String act) {
        return may.contains(act);
    }

    public int taken() {
        return fresh + known;
    }

    public String tone() {
        return switch (state) {
            case "imported" -> "ok";
            case "checked" -> "wait";
            case "checking", "importing", "undoing" -> "jade";
            default -> "quiet";
        };
    }

    /** A row of the sheet. */
    public record Row(
            int row,
            @Nullable Text partnerName,
            @Nullable String label,
            @Nullable String passportName,
            String outcome,
            @Nullable UUID personId,
            @Nullable String because,
            List<Difference> differences,
            List<Finding> findings,
            @Nullable MayBe mayBe,
            @Nullable UUID delegationId,
            boolean gone,
            @Nullable Text stays) {

        public String tone() {
            return switch (outcome) {
                case "new" -> "ok";
                case "known" -> "jade";
                case "wrong" -> "risk";
                default -> "quiet";
            };
        }
    }

    /** Somebody known who may be the same, and why. */
    public record MayBe(UUID personId, String passportName, String likeness) {}

    public record Difference(String field, @Nullable String known, String said) {}

    /** What is wrong, and in which column. */
    public record Finding(@Nullable String at, Text words) {}

    /** The rows of one delegation. */
    public record Part(
            int number,
            @Nullable UUID partnerId,
            Text partnerName,
            @Nullable String label,
            int rows,
            @Nullable UUID delegationId,
            boolean begun,
            boolean submitted,
            List<Finding> notSubmitted,
            @Nullable Text unknown) {}
}
