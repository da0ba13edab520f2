package vn.hoingo.local;

/** The system does not start, and one line says what is wrong and what would help. */
public final class CannotStart extends RuntimeException {

    private final ExitCode code;

    CannotStart(ExitCode code, String line) {
        super(line);
        this.code = code;
    }

    CannotStart(ExitCode code, String line, Throwable cause) {
        super(line, cause);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
