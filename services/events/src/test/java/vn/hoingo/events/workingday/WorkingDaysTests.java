package vn.hoingo.events.workingday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoingo.events.event.Words;
import vn.hoingo.events.workingday.WorkingDays.DayOff;

/** In 2027: 1 January is a Friday, 1 May a Saturday, 2 May a Sunday; Tết is 5 to 11 February. */
class WorkingDaysTests {

    private static final Words LAW = new Words("Bộ luật Lao động", "Labour Code");
    private static final WorkingDays CALENDAR = new WorkingDays(
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            List.of(
                    yearly("--01-01"),
                    yearly("--04-30"),
                    yearly("--05-01"),
                    new DayOff(
                            new Words("Tết Nguyên đán 2027", "Lunar New Year 2027"),
                            LAW,
                            null,
                            null,
                            LocalDate.parse("2027-02-05")
                                    .datesUntil(LocalDate.parse("2027-02-12"))
                                    .toList())));

    private static DayOff yearly(String day) {
        return new DayOff(
                new Words("Ngày lễ", "Holiday"), LAW, MonthDay.parse(day), LocalDate.parse("2021-01-01"), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "2027-04-29, 2027-04-29, a Thursday is worked",
        "2027-04-30, 2027-04-29, a day off is not",
        "2027-05-02, 2027-04-29, nor are the weekend and the day off before it",
        "2027-05-03, 2027-04-29, nor is the Monday that is taken for the first of May",
        "2027-05-04, 2027-05-04, but the Tuesday is",
        "2027-02-11, 2027-02-04, and Tết is passed as a whole",
        "2020-05-01, 2020-05-01, before it was valid a rule moved nothing"
    })
    void aDayThatIsNotWorkedLeadsToTheWorkingDayBefore(LocalDate day, LocalDate worked, String because) {
        assertThat(CALENDAR.onOrBefore(day)).as(because).isEqualTo(worked);
    }

    @Test
    void workingDaysAreCountedBackOverWeekendsAndHolidays() {
        assertThat(CALENDAR.before(LocalDate.parse("2027-02-12"), 3)).isEqualTo("2027-02-02");
    }

    @Test
    void whyADayIsOffIsKnownWithItsSource() {
        assertThat(CALENDAR.dayOff(LocalDate.parse("2027-02-08")))
                .hasValueSatisfying(day -> assertThat(day.source()).isEqualTo(LAW));
        assertThat(CALENDAR.dayOff(LocalDate.parse("2027-05-04"))).isEmpty();
    }
}
