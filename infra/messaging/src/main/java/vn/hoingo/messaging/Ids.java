package vn.hoingo.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Where identities come from: fresh ones sort by time (UUIDv7), derived ones are the same for the same sources (UUIDv8). */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A UUIDv7 (RFC 9562): milliseconds since 1970 first, then 74 random bits. */
    public static UUID fresh() {
        long random = RANDOM.nextLong();
        long most = System.currentTimeMillis() << 16 | 0x7000 | random >>> 52;
        return new UUID(most, 0x8000000000000000L | RANDOM.nextLong() >>> 2);
    }

    /** A UUIDv8 (RFC 9562) from SHA-256 of the kind and the sources: whoever derives it twice gets the same one. */
    public static UUID from(String kind, Object... sources) {
        StringBuilder name = new StringBuilder(kind);
        for (Object source : sources) {
            name.append('\u001f').append(source instanceof Id id ? id.value() : source);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha256(name.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(
                hash.getLong() & 0xffffffffffff0fffL | 0x8000,
                hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    /** What tells two request bodies apart: SHA-256 in hexadecimal. */
    public static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
