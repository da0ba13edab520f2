package vn.hoingo.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A fact on its way: what its headers say. The CloudEvents Kafka binding names most of them.
 *
 * @param type empty when the record does not say it
 */
record Message(
        ConsumerRecord<String, byte[]> record, String type, String id, long sequence, Instant at, Acting acting) {

    static Message of(ConsumerRecord<String, byte[]> record) {
        String id = text(record, "ce_id", "");
        String correlation = text(record, "correlationid", id);
        String trace = text(record, "traceparent", "");
        return new Message(
                record,
                text(record, "ce_type", ""),
                id,
                number(text(record, "sequence", "0")),
                instant(text(record, "ce_time", "")),
                new Acting(text(record, "actor", "system"), correlation, id, trace.isEmpty() ? null : trace, null));
    }

    /** What every message must have and this one has not; null when it is whole. */
    @Nullable
    String breach() {
        if (record.key() == null) {
            return "no-key";
        }
        return type.isEmpty() ? "no-type" : sequence < 1 ? "no-sequence" : null;
    }

    Heard heardBy(String reaction) {
        try {
            return new Heard(reaction, UUID.fromString(record.key()), sequence, at, id);
        } catch (IllegalArgumentException notAnId) {
            throw new WireFormat.Unreadable("key-is-no-id");
        }
    }

    private static String text(ConsumerRecord<?, ?> record, String name, String otherwise) {
        @Nullable Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? otherwise
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            return Instant.EPOCH;
        }
    }
}
