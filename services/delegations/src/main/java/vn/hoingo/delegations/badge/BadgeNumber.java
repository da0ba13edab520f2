package vn.hoingo.delegations.badge;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The number of a badge, short enough to be typed at a door: seven characters by chance, and one that checks them, so that a
 * slip of the hand finds nobody and never somebody else. It has no characters that look like others.
 */
public final class BadgeNumber {

    private static final String CHARACTERS =
            "23456789ABCDEFGHJKMNPQRSTUVWXYZ"; // 31, a prime: every single slip is found
    private static final int CHANCE = 7;

    private BadgeNumber() {}

    public static String fresh(RandomGenerator chance) {
        StringBuilder number = new StringBuilder();
        for (int at = 0; at < CHANCE; at++) {
            number.append(CHARACTERS.charAt(chance.nextInt(CHARACTERS.length())));
        }
        return number.append(check(number)).toString();
    }

    /** What somebody typed, if it can be a number; blanks, hyphens and small letters do not matter. */
    public static Optional<String> read(String typed) {
        String number = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        boolean whole = number.length() == CHANCE + 1
                && number.chars().allMatch(each -> CHARACTERS.indexOf(each) >= 0)
                && number.charAt(CHANCE) == check(number);
        return whole ? Optional.of(number) : Optional.empty();
    }

    /** As it is printed: {@code 7K3M-9QXA}. */
    public static String printed(String number) {
        return number.substring(0, 4) + "-" + number.substring(4);
    }

    private static char check(CharSequence number) {
        int sum = 0;
        for (int at = 0; at < CHANCE; at++) {
            sum += (at + 2) * CHARACTERS.indexOf(number.charAt(at));
        }
        return CHARACTERS.charAt(sum % CHARACTERS.length());
    }
}
