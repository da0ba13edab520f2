package vn.hoingo.messaging;

/** What was asked for does not exist, or does not exist for the one who asks. */
public final class Absent extends RuntimeException {

    private final String kind;

    public Absent(String kind, Object id) {
        super("no " + kind + " " + id, null, false, false);
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }
}
