package vn.hoingo.operations.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has come in every partition of every topic: the offset of what comes next. It is the id of what the stream sends, so
 * that whoever comes back goes on exactly there, at any instance.
 *
 * <p>Written, it names its broker and its topics by their hashes: {@code version, broker(4), (topic(3), partitions, offset…)…}, numbers
 * as varints, in base64url. A topic that it does not name had nothing in it when it was written.
 */
record Position(SortedMap<String, long[]> next) {

    private static final byte VERSION = 1;
    private static final int BROKER_BYTES = 4;
    private static final int TOPIC_BYTES = 3;

    static final Position START = new Position(new TreeMap<>());

    /** The offset of what comes next in a partition. */
    long at(TopicPartition partition) {
        long @Nullable [] offsets = next.get(partition.topic());
        return offsets == null || partition.partition() >= offsets.length ? 0 : offsets[partition.partition()];
    }

    /** The same, but further in one partition. */
    Position with(TopicPartition partition, long offset) {
        TreeMap<String, long[]> further = new TreeMap<>(next);
        long @Nullable [] before = next.get(partition.topic());
        long[] offsets = Arrays.copyOf(
                before == null ? new long[0] : before,
                Math.max(before == null ? 0 : before.length, partition.partition() + 1));
        offsets[partition.partition()] = offset;
        further.put(partition.topic(), offsets);
        return new Position(further);
    }

    /** The further one of both, in each partition. */
    Position furthest(Position other) {
        Position furthest = this;
        for (TopicPartition partition : other.partitions()) {
            if (other.at(partition) > furthest.at(partition) || !furthest.next.containsKey(partition.topic())) {
                furthest = furthest.with(partition, Math.max(other.at(partition), furthest.at(partition)));
            }
        }
        return furthest;
    }

    Collection<TopicPartition> partitions() {
        return next.entrySet().stream()
                .flatMap(topic -> IntStream.range(0, topic.getValue().length)
                        .mapToObj(partition -> new TopicPartition(topic.getKey(), partition)))
                .toList();
    }

    String write(String broker) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        bytes.writeBytes(hash(broker, BROKER_BYTES));
        next.forEach((topic, offsets) -> {
            bytes.writeBytes(hash(topic, TOPIC_BYTES));
            number(bytes, offsets.length);
            for (long offset : offsets) {
                number(bytes, offset);
            }
        });
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** Reads what {@link #write} wrote; empty when it is of another broker, speaks of unknown topics, or is no position at all. */
    static Optional<Position> read(String text, String broker, Collection<String> topics) {
        Map<String, String> byHash = new HashMap<>();
        topics.forEach(topic -> byHash.put(Arrays.toString(hash(topic, TOPIC_BYTES)), topic));
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.get() != VERSION || !Arrays.equals(take(bytes, BROKER_BYTES), hash(broker, BROKER_BYTES))) {
                return Optional.empty();
            }
            TreeMap<String, long[]> next = new TreeMap<>();
            while (bytes.hasRemaining()) {
                String topic = byHash.get(Arrays.toString(take(bytes, TOPIC_BYTES)));
                long partitions = number(bytes);
                if (topic == null || partitions > bytes.remaining()) {
                    return Optional.empty();
                }
                long[] offsets = new long[(int) partitions];
                for (int i = 0; i < offsets.length; i++) {
                    offsets[i] = number(bytes);
                }
                next.put(topic, offsets);
            }
            return Optional.of(new Position(next));
        } catch (RuntimeException rubbish) {
            return Optional.empty();
        }
    }

    private static void number(ByteArrayOutputStream bytes, long value) {
        long rest = value;
        while (rest > 0x7f) {
            bytes.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private static long number(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte part = bytes.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without end");
    }

    private static byte[] take(ByteBuffer bytes, int length) {
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    private static byte[] hash(String text, int length) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, length);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position position
                && next.keySet().equals(position.next.keySet())
                && next.keySet().stream().allMatch(topic -> Arrays.equals(next.get(topic), position.next.get(topic)));
    }

    @Override
    public int hashCode() {
        return next.values().stream()
                .mapToInt(Arrays::hashCode)
                .reduce(next.keySet().hashCode(), Objects::hash);
    }
}
