package vn.hoingo.doors;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSourceResolvable;

/**
 * A choice that is written by its code everywhere outside of the program: {@code under-review} in bodies, parameters, facts and
 * names of files. In a sentence it stands by its words, {@code code.under-review} in the bundle, where there are some.
 */
public interface Coded extends MessageSourceResolvable {

    String name();

    @JsonValue
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

    /** @throws IllegalArgumentException when there is no such choice */
    static <T extends Coded> T of(Class<T> kind, String code) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no choice of " + kind.getSimpleName()));
    }
}
