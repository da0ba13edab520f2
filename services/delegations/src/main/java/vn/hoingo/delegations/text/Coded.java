package vn.hoingo.delegations.text;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import vn.hoingo.doors.Invalid;

/** A choice with a code that is written everywhere outside of the program: {@code under-review}; in a sentence it has words. */
public interface Coded extends MessageSourceResolvable {

    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    default String[] getCodes() {
        return new String[] {"code." + code()};
    }

    @Override
    default String getDefaultMessage() {
        return code();
    }

    /** The choice with this code as a parameter of a list; null when none was named. */
    static <E extends Enum<E> & Coded> @Nullable E parameter(String name, Class<E> kind, @Nullable String code) {
        if (code == null || code.isEmpty()) {
            return null;
        }
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "/" + name,
                        "text.code",
                        String.join(
                                ", ",
                                Arrays.stream(kind.getEnumConstants())
                                        .map(Coded::code)
                                        .toList())));
    }
}
