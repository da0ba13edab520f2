package vn.hoingo.portal.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day as people write it: 31/12/1979, 31.12.1979 or 1979-12-31. */
final class Days {

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./\\- ](\\d{1,2})[./\\- ](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    private Days() {}

    static LocalDate read(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        throw new DateTimeException(text);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static LocalDate day(int year, int month, int day) {
        if (month >= 1 && month <= 12) {
            YearMonth of = YearMonth.of(year, month);
            if (!of.isValidDay(day)) {
                throw new NoSuchDay(of);
            }
        }
        return LocalDate.of(year, month, day);
    }

    /** The month is shorter than that. */
    static final class NoSuchDay extends DateTimeException {

        private final YearMonth month;

        NoSuchDay(YearMonth month) {
            super(month.toString());
            this.month = month;
        }

        String words() {
            return Words.now("wrong.day-of-month", Times.month(month), month.lengthOfMonth());
        }
    }
}
