package vn.hoingo.logistics.arrival;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.programme.Text;

/** What we say, in both languages; the words stand in the messages. */
@Component
class Sentences {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final MessageSource words;

    Sentences(MessageSource words) {
        this.words = words;
    }

    /** @param values what the sentence names; one that is a {@link Text} is named in the sentence's language */
    Text of(String key, @Nullable Object... values) {
        return new Text(in(VIETNAMESE, key, values), in(Locale.ENGLISH, key, values));
    }

    private String in(Locale language, String key, @Nullable Object... values) {
        @Nullable
        Object[] spoken = Arrays.stream(values)
                .map(value -> value instanceof Text text ? text.in(language) : value)
                .toArray();
        return String.valueOf(words.getMessage(key, spoken, key, language));
    }
}
