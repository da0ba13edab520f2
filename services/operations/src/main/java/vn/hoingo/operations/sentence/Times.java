package vn.hoingo.operations.sentence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times as sentences have them: by the city's clock, with the year where it is not the year of the fact. */
final class Times {

    private static final ZoneId CITY = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final DateTimeFormatter VI = DateTimeFormatter.ofPattern("HH:mm dd/MM", VIETNAMESE);
    private static final DateTimeFormatter VI_YEAR = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", VIETNAMESE);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);
    private static final DateTimeFormatter EN_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);
    private static final Pattern VI_ONE_DAY =
            Pattern.compile("(\\d\\d:\\d\\d) (\\d\\d/\\d\\d(?:/\\d{4})?) ([→–]) (\\d\\d:\\d\\d) \\2");
    private static final Pattern EN_ONE_DAY =
            Pattern.compile("(\\d{1,2} \\p{L}+(?: \\d{4})?) (\\d\\d:\\d\\d) ([→–]) \\1 (\\d\\d:\\d\\d)");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private Times() {}

    /** Tells a day, an instant or a local time; anything else stays as it is. */
    static String tell(String text, Instant fact, String language) {
        if (DAY.matcher(text).matches()) {
            String midnight = text + "T00:00";
            String told = tell(midnight, fact, language);
            return told.equals(midnight) ? text : told.replaceFirst("00:00 | 00:00$", "");
        }
        if (text.length() < 16 || text.charAt(10) != 'T') {
            return text;
        }
        try {
            LocalDateTime time =
                    text.endsWith("Z") ? LocalDateTime.ofInstant(Instant.parse(text), CITY) : LocalDateTime.parse(text);
            boolean sameYear =
                    time.getYear() == LocalDateTime.ofInstant(fact, CITY).getYear();
            return language.equals("vi") ? time.format(sameYear ? VI : VI_YEAR) : time.format(sameYear ? EN : EN_YEAR);
        } catch (DateTimeParseException words) {
            return text;
        }
    }

    /** From and to on one day name that day once. */
    static String shorten(String sentence) {
        String shorter = VI_ONE_DAY.matcher(sentence).replaceAll("$1 $3 $4 $2");
        return EN_ONE_DAY.matcher(shorter).replaceAll("$1 $2 $3 $4");
    }
}
