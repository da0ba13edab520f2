package vn.hoingo.portal.event;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the next edition of a series is called, for somebody to read over: its number is counted on, its year is left to fill in. */
final class NextName {

    private static final Pattern TIME = Pattern.compile("(?iU)(\\blần(?: thứ)? )(\\d{1,3})\\b");
    private static final Pattern ORDINAL = Pattern.compile("(?i)\\b(\\d{1,3})(?:st|nd|rd|th)\\b");
    private static final List<String> IN_WORDS = List.of(
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh");
    private static final Pattern WORD = Pattern.compile("(?i)\\b(?:" + String.join("|", IN_WORDS) + ")\\b");
    private static final String YEAR = " năm ";

    private NextName() {}

    /** The earlier name without its edition, one further. */
    static String after(@Nullable String name, String edition) {
        String rest = Objects.requireNonNullElse(name, "")
                .replace(YEAR + edition, "")
                .replace(" " + edition, "")
                .strip();
        rest = TIME.matcher(rest).replaceAll(time -> time.group(1) + (Integer.parseInt(time.group(2)) + 1));
        rest = ORDINAL.matcher(rest).replaceAll(ordinal -> ordinal(Integer.parseInt(ordinal.group(1)) + 1));
        return WORD.matcher(rest).replaceAll(NextName::next);
    }

    /** Whether there is a number in it that was counted on. */
    static boolean isCounted(@Nullable String name) {
        return name != null
                && Stream.of(TIME, ORDINAL, WORD)
                        .anyMatch(number -> number.matcher(name).find());
    }

    /** The name as it was read over, with the new edition where the earlier name had its own. */
    static @Nullable String with(@Nullable String name, @Nullable String edition, String before, String editionBefore) {
        if (name == null || edition == null || name.contains(edition)) {
            return name;
        }
        return name + (before.contains(YEAR + editionBefore) ? YEAR : " ") + edition;
    }

    private static String ordinal(int number) {
        String ending =
                switch (number % 100 / 10 == 1 ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }

    private static String next(MatchResult word) {
        String found = word.group();
        int place = IN_WORDS.indexOf(found.toLowerCase(Locale.ROOT)) + 1;
        String next = place < IN_WORDS.size() ? IN_WORDS.get(place) : ordinal(place + 1);
        return Matcher.quoteReplacement(
                Character.isUpperCase(found.charAt(0))
                        ? Character.toUpperCase(next.charAt(0)) + next.substring(1)
                        : next);
    }
}
