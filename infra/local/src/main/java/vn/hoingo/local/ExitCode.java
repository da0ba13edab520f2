package vn.hoingo.local;

/** Why a start ends before it is ready, as scripts see it. The codes are promised in the README. */
enum ExitCode {
    FAILED(1),
    USAGE(2),
    NO_JDK(3),
    PORT_IN_USE(4),
    NO_DISK(5),
    CORRUPT_DATA(6),
    NO_MONGOD(7),
    DATA_IN_USE(8);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
