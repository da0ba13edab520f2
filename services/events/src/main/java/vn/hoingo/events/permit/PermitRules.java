package vn.hoingo.events.permit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.hoingo.events.dossier.PaperRule;

/**
 * The law as dated configuration: a new decision of the Prime Minister is a new entry with its first day, not new code. What is
 * not sourced does not stand here.
 */
@ConfigurationProperties("hoingo.permits")
record PermitRules(List<RuleSet> ruleSets) {

    PermitRules {
        if (ruleSets.isEmpty()) {
            throw new IllegalArgumentException("hoingo.permits.rule-sets is empty: nothing says who permits what");
        }
    }

    /** The rules in force on that day; before the first ones, the first ones. */
    RuleSet on(LocalDate day) {
        return ruleSets.stream()
                .filter(rules -> !rules.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(ruleSets.getFirst());
    }

    /** The same decision as it is written here now. */
    RuleSet asWritten(RuleSet known) {
        return ruleSets.stream()
                .filter(rules -> rules.name().equals(known.name()))
                .findFirst()
                .orElse(known);
    }

    /**
     * What one decision says.
     *
     * @param source where it stands, to be shown beside every day that follows from it
     * @param ministerialRank the lowest rank of a foreign participant, 1 the highest, with whom the Prime Minister permits
     * @param primeMinisterTopics topics that only the Prime Minister permits, whoever comes
     * @param leadDays calendar days between filing the whole dossier and the first day
     * @param papers what the dossier consists of
     * @param answerDays within so many calendar days a consulted body answers in writing; like the papers null in what was
     *     stored before November 2026
     */
    record RuleSet(
            String name,
            LocalDate validFrom,
            String source,
            int ministerialRank,
            Set<String> primeMinisterTopics,
            Map<Authority, Integer> leadDays,
            @Nullable Map<Authority, List<PaperRule>> papers,
            @Nullable Integer answerDays) {

        Authority authority(@Nullable Integer highestRank, Set<String> topics) {
            boolean minister = highestRank != null && highestRank <= ministerialRank;
            return minister || topics.stream().anyMatch(primeMinisterTopics::contains)
                    ? Authority.PRIME_MINISTER
                    : Authority.COMPETENT_PERSON;
        }

        List<PaperRule> papers(Authority authority) {
            return papers == null ? List.of() : papers.getOrDefault(authority, List.of());
        }

        LocalDate answerBy(LocalDate askedOn) {
            return askedOn.plusDays(Objects.requireNonNull(answerDays, name));
        }

        LocalDate fileBy(Authority authority, LocalDate firstDay) {
            return firstDay.minusDays(leadDays.getOrDefault(authority, 0));
        }
    }
}
