package vn.hoingo.events.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.hoingo.doors.Coded;
import vn.hoingo.events.event.Words;

/** What has to be done for every edition, as dated configuration: another way of working is a new entry with its first day. */
@ConfigurationProperties("hoingo.plans")
record PlanRules(List<RuleSet> ruleSets) {

    static final Set<String> OWNERS =
            Set.of("organiser", "delegation-officer", "protocol-officer", "dispatcher", "check-in");

    PlanRules {
        if (ruleSets.isEmpty()) {
            throw new IllegalArgumentException(
                    "hoingo.plans.rule-sets is empty: nothing says what is to be done by when");
        }
    }

    /** The rules in force on that day; before the first ones, the first ones. */
    RuleSet on(LocalDate day) {
        return ruleSets.stream()
                .filter(rules -> !rules.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(ruleSets.getFirst());
    }

    /**
     * One way of preparing an edition.
     *
     * @param source who says so; the department itself where no law does
     * @param remindDays so many working days before its day a deadline stands on its owner's desk
     */
    record RuleSet(Words name, LocalDate validFrom, Words source, int remindDays, List<Step> steps) {}

    /**
     * One thing to be done.
     *
     * @param days calendar days from the first day when negative or 0, from the last day when positive
     * @param from where it counts from when that is another day
     * @param owner the role on whose desk it stands
     * @param source where it stands, when that is not where the rule set does
     */
    record Step(
            String code,
            int days,
            @Nullable From from,
            String owner,
            Words what,
            @Nullable Words source) {

        Step {
            if (!OWNERS.contains(owner)) {
                throw new IllegalArgumentException(
                        "the step " + code + " is owned by " + owner + ", expected one of " + OWNERS);
            }
        }

        From anchor() {
            return from != null ? from : days > 0 ? From.LAST_DAY : From.FIRST_DAY;
        }

        LocalDate counted(Plan.Dates dates) {
            return (anchor() == From.FIRST_DAY ? dates.firstDay() : dates.lastDay()).plusDays(days);
        }
    }

    enum From implements Coded {
        FIRST_DAY,
        LAST_DAY
    }
}
