package vn.hoingo.messaging;

import java.util.Arrays;
import java.util.List;

/**
 * A rule of the domain says no. For a command that is an answer with its reason; for a reaction it is a normal outcome that
 * is counted and not tried again.
 */
public abstract class Refusal extends RuntimeException {

    private final transient Enum<?> reason;
    private final transient List<Object> values;

    /** @param values what the sentence about the reason names, in its order */
    protected Refusal(Enum<?> reason, Object... values) {
        super(reason + Arrays.toString(values), null, false, false);
        this.reason = reason;
        this.values = List.of(values);
    }

    public final Enum<?> reason() {
        return reason;
    }

    public final List<Object> values() {
        return values;
    }
}
