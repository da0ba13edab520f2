package vn.hoingo.messaging;

/** What a fact looks like on its way, for tests: the library's own writing and reading, not an imitation of it. */
public final class Travelling {

    private Travelling() {}

    public static byte[] write(Record fact) {
        return WireFormat.write(fact);
    }

    public static <T> T read(byte[] payload, Class<T> shape) {
        return WireFormat.read(payload, shape);
    }
}
