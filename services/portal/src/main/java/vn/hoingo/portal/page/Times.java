package vn.hoingo.portal.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hoingo.portal.relay.Window;

/** Days and hours as each language writes them, on a 24-hour clock, always with the zone in reach. */
@Component
public class Times {

    /** Where the department sits: instants without a zone of their own are shown there. */
    public static final String CITY = "Asia/Ho_Chi_Minh";

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .sorted()
            .toList();
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    private static boolean vietnamese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("vi");
    }

    private static DateTimeFormatter form(String vi, String en) {
        return vietnamese()
                ? DateTimeFormatter.ofPattern(vi, Locale.forLanguageTag("vi"))
                : DateTimeFormatter.ofPattern(en, Locale.ENGLISH);
    }

    public static String month(YearMonth month) {
        return month.format(form("'Tháng' M.yyyy", "MMMM yyyy"));
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : day.format(form("dd.MM.yyyy", "d MMMM yyyy"));
    }

    public String day(@Nullable LocalDateTime at) {
        return at == null ? "" : day(at.toLocalDate());
    }

    public String dayWithName(LocalDate day) {
        return vietnamese() ? weekday(day) + " " + day(day) : day.format(form("", "EEEE d MMMM yyyy"));
    }

    public String dayWithName(LocalDateTime at) {
        return dayWithName(at.toLocalDate());
    }

    public String shortDay(LocalDate day) {
        return day.format(form("dd.MM", "d MMM"));
    }

    public String shortDay(LocalDateTime at) {
        return shortDay(at.toLocalDate());
    }

    private static String weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case MONDAY -> "Thứ Hai";
            case TUESDAY -> "Thứ Ba";
            case WEDNESDAY -> "Thứ Tư";
            case THURSDAY -> "Thứ Năm";
            case FRIDAY -> "Thứ Sáu";
            case SATURDAY -> "Thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }

    public String clock(@Nullable LocalDateTime at) {
        return at == null ? "" : at.format(CLOCK);
    }

    public String clock(Instant at, @Nullable String zone) {
        return clock(local(at, zone));
    }

    public String moment(@Nullable LocalDateTime at) {
        return at == null ? "" : day(at) + ", " + clock(at);
    }

    public String shortMoment(@Nullable LocalDateTime at) {
        return at == null ? "" : shortDay(at) + ", " + clock(at);
    }

    public String moment(@Nullable Instant at, @Nullable String zone) {
        return at == null ? "" : moment(local(at, zone));
    }

    /** To the second today; before, with its day instead. */
    public String seconds(Instant at) {
        LocalDateTime local = local(at, CITY);
        return daysUntil(local.toLocalDate()) == 0 ? local.format(SECONDS) : shortMoment(local);
    }

    public LocalDateTime local(Instant at, @Nullable String zone) {
        return at.atZone(zoneOf(zone)).toLocalDateTime();
    }

    /** The same moment on another clock, with its name: {@code 12:30 in Paris}. */
    public String elsewhere(LocalDateTime at, String zone, String there) {
        ZonedDateTime moment = at.atZone(zoneOf(zone)).withZoneSameInstant(zoneOf(there));
        String hour = moment.toLocalDate().equals(at.toLocalDate())
                ? clock(moment.toLocalDateTime())
                : shortDay(moment.toLocalDate()) + ", " + clock(moment.toLocalDateTime());
        return Words.now("time.elsewhere", hour, place(there));
    }

    /** {@code 25–27.11.2026}, {@code 30.11–02.12.2026}; in English {@code 25–27 November 2026}. */
    public String days(@Nullable Window window) {
        return window == null
                ? ""
                : days(window.start().toLocalDate(), window.end().toLocalDate());
    }

    public String days(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return day(from);
        }
        if (YearMonth.from(from).equals(YearMonth.from(to))) {
            return from.format(form("dd", "d")) + "–" + day(to);
        }
        if (from.getYear() == to.getYear()) {
            return from.format(form("dd.MM", "d MMMM")) + "–" + day(to);
        }
        return day(from) + "–" + day(to);
    }

    /** Day and hours of something that has a window: {@code 25.11.2026, 18:30–21:00}. */
    public String hours(@Nullable Window window) {
        if (window == null) {
            return "";
        }
        if (window.start().toLocalDate().equals(window.end().toLocalDate())) {
            return day(window.start()) + ", " + clock(window.start()) + "–" + clock(window.end());
        }
        return moment(window.start()) + " – " + moment(window.end());
    }

    /** The zone by its name and distance: {@code giờ TP.HCM (UTC+7)}. */
    public String zone(@Nullable String zone, LocalDateTime at) {
        ZoneOffset offset = zoneOf(zone).getRules().getOffset(at);
        return Words.now("time.zone", place(zone == null ? CITY : zone), utc(offset));
    }

    /** The zone of the city, where the department sits. */
    public String zone() {
        return zone(CITY);
    }

    public String zone(@Nullable String zone) {
        return zone(zone, LocalDateTime.ofInstant(clock.instant(), zoneOf(zone)));
    }

    public String zone(@Nullable Window window) {
        return window == null ? zone() : zone(window.zone(), window.start());
    }

    private static String utc(ZoneOffset offset) {
        if (offset.getTotalSeconds() == 0) {
            return "UTC";
        }
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        String sign = offset.getTotalSeconds() < 0 ? "−" : "+";
        return "UTC" + sign + minutes / 60 + (minutes % 60 == 0 ? "" : ":" + String.format("%02d", minutes % 60));
    }

    public String place(String zone) {
        String known = Words.now("zone." + zone);
        return known.startsWith("zone.")
                ? zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ')
                : known;
    }

    /** The names by which a place can say its time. */
    public static List<String> zones() {
        return ZONES;
    }

    private static ZoneId zoneOf(@Nullable String zone) {
        try {
            return ZoneId.of(zone == null || zone.isBlank() ? CITY : zone);
        } catch (DateTimeException e) {
            return ZoneId.of(CITY);
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(CITY));
    }

    public LocalDateTime now(@Nullable String zone) {
        return LocalDateTime.ofInstant(clock.instant(), zoneOf(zone));
    }

    public long daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(today(), day);
    }

    /** When something is due, as one says it: today, tomorrow, else the day. */
    public String due(Instant at) {
        LocalDate day = local(at, CITY).toLocalDate();
        long days = daysUntil(day);
        if (days < 0) {
            return Words.now("due.late", shortDay(day));
        }
        return days == 0 ? Words.now("due.today") : days == 1 ? Words.now("due.tomorrow") : shortDay(day);
    }

    public String dueTone(Instant at) {
        long days = daysUntil(local(at, CITY).toLocalDate());
        return days <= 0 ? "risk" : days == 1 ? "wait" : "quiet";
    }

    /** When something happened: the hour for today, else the day and hour. */
    public String since(Instant at) {
        LocalDateTime local = local(at, CITY);
        long days = daysUntil(local.toLocalDate());
        if (days == 0) {
            return clock(local);
        }
        return days == -1 ? Words.now("time.yesterday", clock(local)) : shortMoment(local);
    }

    /** A day as the file has it, which may be a year alone. */
    public String since(String day) {
        try {
            return day(LocalDate.parse(day));
        } catch (DateTimeException yearAlone) {
            return day;
        }
    }

    /** How late, in words: {@code 2 hours}, {@code 1 hour 20 minutes}, {@code 35 minutes}. */
    public String lateness(int minutes) {
        String hours = minutes < 60 ? "" : Words.now("time.hours", minutes / 60);
        String rest = minutes % 60 == 0 ? "" : Words.now("time.minutes", minutes % 60);
        return (hours + " " + rest).strip();
    }

    public String partOfDay() {
        int hour = now(CITY).getHour();
        return hour < 4 ? "evening" : hour < 11 ? "morning" : hour < 14 ? "noon" : hour < 18 ? "afternoon" : "evening";
    }

    public String span(long millis) {
        return "+ " + took(millis);
    }

    public String took(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        Duration span = Duration.ofMillis(millis);
        if (span.toMinutes() < 1) {
            return String.format(Locale.ROOT, "%.1f", millis / 1000.0) + " s";
        }
        return span.toHours() < 1 ? span.toMinutes() + " min" : span.toHours() + " h";
    }

    /** How long something has been so: {@code 12 minutes}, {@code 1 hour 20 minutes}, {@code 3 days}. */
    public String age(Instant since) {
        Duration age = Duration.between(since, clock.instant());
        if (age.toMinutes() < 1) {
            return Words.now("time.under-a-minute");
        }
        return age.toDays() < 2 ? lateness((int) age.toMinutes()) : Words.now("time.days", age.toDays());
    }

    /** Thousands apart by a thin blank, in both languages alike: {@code 1 412}. */
    public String number(@Nullable Number number) {
        return number == null
                ? ""
                : String.format(Locale.ROOT, "%,d", number.longValue()).replace(',', '\u202f');
    }
}
