package vn.hoingo.invitations.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import vn.hoingo.invitations.activity.Window;

/** Times as a letter says them: on a clock of 24 hours, with the day of the week, and always with the zone. */
final class Times {

    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private Times() {}

    static String at(Instant instant, ZoneId zone, String language) {
        ZonedDateTime time = instant.atZone(zone);
        return language.equals("vi")
                ? hour(time) + ", " + vietnameseDay(time) + ", ngày " + time.getDayOfMonth() + " tháng "
                        + time.getMonthValue() + " năm " + time.getYear() + " (" + zone(time, language) + ")"
                : DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK)
                                .format(time) + " (" + zone(time, language) + ")";
    }

    /** From when to when; the day is said once when it is the same. */
    static String span(Window window, String language) {
        ZonedDateTime start = window.start().atZone(window.zone());
        ZonedDateTime end = window.end().atZone(window.zone());
        if (!start.toLocalDate().equals(end.toLocalDate())) {
            String to = language.equals("vi") ? " đến " : " to ";
            return at(start.toInstant(), window.zone(), language) + to + at(end.toInstant(), window.zone(), language);
        }
        return language.equals("vi")
                ? "từ " + hour(start) + " đến " + hour(end) + ", " + vietnameseDay(start) + ", ngày "
                        + start.getDayOfMonth() + " tháng " + start.getMonthValue() + " năm " + start.getYear() + " ("
                        + zone(start, language) + ")"
                : DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK)
                                .format(start) + " to "
                        + DateTimeFormatter.ofPattern("HH:mm", Locale.UK).format(end) + " ("
                        + zone(start, language) + ")";
    }

    private static String hour(ZonedDateTime time) {
        return "%d giờ %02d".formatted(time.getHour(), time.getMinute());
    }

    private static String vietnameseDay(ZonedDateTime time) {
        return switch (time.getDayOfWeek()) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }

    private static String zone(ZonedDateTime time, String language) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        String offset = minutes == 0
                ? "UTC"
                : "UTC" + (minutes < 0 ? "−" : "+") + Math.abs(minutes) / 60
                        + (minutes % 60 == 0 ? "" : ":%02d".formatted(Math.abs(minutes) % 60));
        if (time.getZone().getId().equals("Asia/Ho_Chi_Minh")) {
            return (language.equals("vi") ? "giờ Việt Nam, " : "Vietnam time, ") + offset;
        }
        return time.getZone().getDisplayName(TextStyle.FULL, language.equals("vi") ? VIETNAMESE : Locale.UK) + ", "
                + offset;
    }
}
