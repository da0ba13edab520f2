package vn.hoingo.events.permit;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A permit as pages show it.
 *
 * @param fileBy the last day for the whole dossier, in the event's own calendar
 * @param source where the rule stands that this day follows from
 * @param possibleTopics what may be flagged under these rules
 */
record PermitView(
        UUID eventId,
        long version,
        Permit.State state,
        Authority authority,
        LocalDate fileBy,
        String ruleSet,
        String source,
        @Nullable Integer highestRank,
        Set<String> topics,
        Set<String> possibleTopics,
        @Nullable LocalDate submittedOn,
        @Nullable String waiver,
        Permit.@Nullable Decision decision,
        @Nullable String reason) {

    static PermitView of(Permit permit) {
        return new PermitView(
                permit.event().value(),
                permit.version(),
                permit.state(),
                permit.authority(),
                permit.fileBy(),
                permit.rules().name(),
                permit.rules().source(),
                permit.highestRank(),
                new TreeSet<>(permit.topics()),
                new TreeSet<>(permit.rules().primeMinisterTopics()),
                permit.submittedOn(),
                permit.waiver(),
                permit.decision(),
                permit.reason());
    }
}
