package vn.hoingo.doors;

import java.util.List;

/** Fields that break a rule, all of them at once: 422 with a pointer, a sentence and what is allowed for each. */
public final class Invalid extends RuntimeException {

    private final transient List<Field> fields;

    /**
     * @param pointer where it stands in the request, such as {@code /members/2/rank} (RFC 6901)
     * @param key of the sentence in the service's messages
     */
    public Invalid(String pointer, String key, Object... values) {
        this(List.of(new Field(pointer, key, List.of(values))));
    }

    private Invalid(List<Field> fields) {
        super(fields.toString(), null, false, false);
        this.fields = List.copyOf(fields);
    }

    public static Invalid all(List<Field> fields) {
        return new Invalid(fields);
    }

    public List<Field> fields() {
        return fields;
    }

    /** One field that breaks one rule. */
    public record Field(String pointer, String key, List<Object> values) {

        public Field(String pointer, String key) {
            this(pointer, key, List.of());
        }
    }
}
