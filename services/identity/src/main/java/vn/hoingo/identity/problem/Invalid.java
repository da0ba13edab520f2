package vn.hoingo.identity.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that are not as they must be, all of them at once. */
public final class Invalid extends RuntimeException {

    private final List<Field> fields;

    public Invalid(String pointer, String words, Object... values) {
        this(List.of(new Field(pointer, words, values)));
    }

    private Invalid(List<Field> fields) {
        super("invalid: " + fields.stream().map(Field::pointer).toList());
        this.fields = List.copyOf(fields);
    }

    List<Field> fields() {
        return fields;
    }

    record Field(String pointer, String words, Object... values) {}

    /** Collects what is wrong, and says it in one answer. */
    public static final class Check {

        private final List<Field> fields = new ArrayList<>();

        public Check that(boolean right, String pointer, String words, Object... values) {
            if (!right) {
                fields.add(new Field(pointer, words, values));
            }
            return this;
        }

        public <T> T valid(@Nullable T value) {
            if (!fields.isEmpty()) {
                throw new Invalid(fields);
            }
            if (value == null) {
                throw new IllegalStateException("a missing value was not checked");
            }
            return value;
        }
    }
}
