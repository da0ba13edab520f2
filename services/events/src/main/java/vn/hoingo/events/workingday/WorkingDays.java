package vn.hoingo.events.workingday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.hoingo.events.event.Words;

/**
 * The department's calendar as dated configuration. A yearly day off that falls on a weekend is taken on the next working day;
 * days that are decided anew each year are entered with the days that are taken for them.
 */
@ConfigurationProperties("hoingo.working-days")
public record WorkingDays(
        @DefaultValue({"saturday", "sunday"}) Set<DayOfWeek> weekend, List<DayOff> daysOff) {

    /** This day when it is worked, else the working day before it. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate worked = day;
        while (!isWorked(worked)) {
            worked = worked.minusDays(1);
        }
        return worked;
    }

    /** So many working days before this day. */
    public LocalDate before(LocalDate day, int days) {
        LocalDate worked = day;
        for (int left = days; left > 0; left--) {
            worked = onOrBefore(worked.minusDays(1));
        }
        return worked;
    }

    public boolean isWorked(LocalDate day) {
        return !isWeekend(day) && dayOff(day).isEmpty();
    }

    public boolean isWeekend(LocalDate day) {
        return weekend.contains(day.getDayOfWeek());
    }

    /** What day off it is, if it is one by a law or a decision. */
    public Optional<DayOff> dayOff(LocalDate day) {
        return Optional.ofNullable(of(day.getYear()).get(day));
    }

    private Map<LocalDate, DayOff> of(int year) {
        Map<LocalDate, DayOff> off = new TreeMap<>();
        daysOff.forEach(each -> each.in(year).forEach(day -> off.put(day, each)));
        daysOff.stream()
                .filter(DayOff::comesEveryYear)
                .forEach(each -> each.in(year).filter(this::isWeekend).forEach(day -> off.put(next(day, off), each)));
        return off;
    }

    private LocalDate next(LocalDate day, Map<LocalDate, DayOff> off) {
        LocalDate next = day.plusDays(1);
        while (isWeekend(next) || off.containsKey(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /**
     * A day off, or the days of one holiday.
     *
     * @param every the same day of each year
     * @param validFrom since when it is one
     * @param days or the days themselves
     * @param source where it stands, to be shown beside every day that it moves
     */
    public record DayOff(
            Words name,
            Words source,
            @Nullable MonthDay every,
            @Nullable LocalDate validFrom,
            @DefaultValue List<LocalDate> days) {

        boolean comesEveryYear() {
            return every != null;
        }

        Stream<LocalDate> in(int year) {
            Stream<LocalDate> all = every == null ? days.stream() : Stream.of(every.atYear(year));
            return all.filter(day -> day.getYear() == year && (validFrom == null || !day.isBefore(validFrom)));
        }
    }
}
