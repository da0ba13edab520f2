package vn.hoingo.events.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoingo.events.deadline.PlanRules.RuleSet;
import vn.hoingo.events.deadline.PlanRules.Step;
import vn.hoingo.events.event.AnEvent;
import vn.hoingo.events.event.Words;
import vn.hoingo.events.workingday.WorkingDays;
import vn.hoingo.events.workingday.WorkingDays.DayOff;

/**
 * The plan of the Friendship Dialogue of Wednesday 23 and Thursday 24 September 2026. The guest list is due on Tuesday 4 August,
 * 50 days before; badges would be due on Sunday 20 September, 3 days before, and are on Friday the 18th; letters of thanks would
 * be due on Sunday the 27th and are on Friday the 25th.
 */
final class APlan {

    static final Plan.Dates SEPTEMBER = Plan.Dates.of(AnEvent.SEPTEMBER);
    static final Plan.Dates OCTOBER = Plan.Dates.of(AnEvent.OCTOBER);
    static final LocalDate GUEST_LIST = LocalDate.of(2026, 8, 4);
    static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    static final WorkingDays CALENDAR = new WorkingDays(
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            List.of(new DayOff(
                    new Words("Quốc khánh", "National Day"),
                    new Words("Bộ luật Lao động", "Labour Code"),
                    MonthDay.of(9, 2),
                    null,
                    List.of())));
    static final RuleSet RULES = new RuleSet(
            new Words("Kế hoạch của Sở", "The department’s plan"),
            LocalDate.of(2026, 1, 1),
            new Words("Sở tự đặt", "the department’s own plan"),
            3,
            List.of(
                    step("guest-list", -50, "protocol-officer"),
                    step("registration-closed", -21, "delegation-officer"),
                    step("badges", -3, "delegation-officer"),
                    step("doors", 0, "check-in"),
                    step("thanks", 3, "protocol-officer")));

    private APlan() {}

    static Step step(String code, int days, String owner) {
        return new Step(code, days, null, owner, new Words("Việc " + code, "Step " + code), null);
    }

    static Plan drawnUp() {
        return drawnUpOn(JUNE);
    }

    static Plan drawnUpOn(LocalDate day) {
        return Plan.drawUp(AnEvent.ID, SEPTEMBER, 1, RULES, CALENDAR, at(day, LocalTime.NOON));
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(AnEvent.ZONE).toInstant();
    }

    static Plan.Settling by(String role, LocalDate day, @Nullable String note) {
        return new Plan.Settling("lan", Set.of(role), at(day, LocalTime.NOON), note);
    }
}
