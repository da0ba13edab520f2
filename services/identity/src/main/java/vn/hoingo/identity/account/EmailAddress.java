package vn.hoingo.identity.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address as it is stored and compared: lower case, and with nothing in it that could break a mail header. */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])");

    public static Optional<EmailAddress> of(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return SHAPE.matcher(lower).matches() ? Optional.of(new EmailAddress(lower)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "an e-mail address";
    }
}
