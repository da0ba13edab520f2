package vn.hoingo.operations.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A fact on its way, as anybody can read it from the outside.
 *
 * @param id of the message; one that names none is known by its place
 * @param type empty when it says none
 * @param subject the aggregate whose fact it is, empty when it says none
 * @param sequence its number among the facts of its aggregate, 0 when it says none
 * @param payload JSON, unopened
 */
public record Envelope(
        String id,
        String type,
        String topic,
        int partition,
        long offset,
        long sequence,
        Instant time,
        String subject,
        @Nullable String event,
        @Nullable String delegation,
        @Nullable String partner,
        @Nullable String actor,
        @Nullable String correlation,
        @Nullable String causation,
        String payload) {

    public static Envelope of(ConsumerRecord<String, byte[]> record) {
        String key = record.key() == null ? "" : record.key();
        return new Envelope(
                header(record, "ce_id", record.topic() + "-" + record.partition() + "@" + record.offset()),
                header(record, "ce_type", ""),
                record.topic(),
                record.partition(),
                record.offset(),
                number(header(record, "sequence", "")),
                instant(header(record, "ce_time", ""), record.timestamp()),
                header(record, "ce_subject", key),
                header(record, "event"),
                header(record, "delegation"),
                header(record, "partner"),
                header(record, "actor"),
                header(record, "correlationid"),
                header(record, "causationid"),
                record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8));
    }

    /** The service that announced it. */
    public String owner() {
        return topic.substring(0, Math.max(0, topic.indexOf('.')));
    }

    public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<?, ?> record, String name, String otherwise) {
        return Objects.requireNonNullElse(header(record, name), otherwise);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static Instant instant(String text, long otherwise) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            return Instant.ofEpochMilli(otherwise);
        }
    }
}
