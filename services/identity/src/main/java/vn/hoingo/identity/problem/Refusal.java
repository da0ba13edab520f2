package vn.hoingo.identity.problem;

/** A rule says no. The reason names the words that tell it. */
public abstract class Refusal extends RuntimeException {

    private final Enum<?> reason;

    protected Refusal(Enum<?> reason) {
        super(reason.name());
        this.reason = reason;
    }

    public final Enum<?> reason() {
        return reason;
    }

    /** The words of this refusal in the message files. */
    public final String words() {
        return "refusal." + reason.name();
    }
}
