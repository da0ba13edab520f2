package vn.hoingo.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Ids as everywhere in the house: UUIDv7 for what is new, UUIDv8 for what follows from something else. The others have theirs from
 * messaging, which identity does without.
 */
public final class Ids {

    private Ids() {}

    public static UUID fresh(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | 0x7000 | (random.nextLong() & 0x0fff);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    public static UUID from(String kind, String... sources) {
        String text = kind + "\n" + String.join("\n", sources);
        ByteBuffer bytes = ByteBuffer.wrap(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
        long high = (bytes.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000;
        long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
