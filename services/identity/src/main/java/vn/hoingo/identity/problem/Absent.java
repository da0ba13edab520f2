package vn.hoingo.identity.problem;

/** What was asked for does not exist, or not for the one who asks. */
public final class Absent extends RuntimeException {

    public Absent(String kind) {
        super(kind);
    }
}
