package vn.hoingo.messaging;

import com.mongodb.MongoClientSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.io.BasicOutputBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what an aggregate announced final, in the moment it is saved: numbered without a gap, with the bytes and headers that
 * will travel, whatever later versions of the code would write.
 */
final class Sealing {

    static final int MOST_PENDING = 500;
    static final int MOST_PENDING_BYTES = 1024 * 1024;
    static final int MOST_PAYLOAD_BYTES = 256 * 1024;
    static final int ALERTING_DOCUMENT_BYTES = 1024 * 1024;
    static final int MOST_DOCUMENT_BYTES = 4 * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final DocumentCodec CODEC = new DocumentCodec(CodecRegistries.withUuidRepresentation(
            MongoClientSettings.getDefaultCodecRegistry(), UuidRepresentation.STANDARD));

    private final Clock clock;
    private final String owner;

    /** @param owner the service that announces, the source of its messages */
    Sealing(Clock clock, String owner) {
        this.clock = clock;
        this.owner = owner;
    }

    void seal(Aggregate<?> aggregate) {
        List<Aggregate.Pending> pending = aggregate.pending();
        if (!pending.isEmpty()) {
            if (!aggregate.getClass().isAnnotationPresent(Announces.class)) {
                throw new IllegalStateException(aggregate.getClass().getName() + " announces and names no topic");
            }
            refuseWhenFull(aggregate);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Aggregate.Pending each : pending) {
            aggregate.outbox().add(entry(aggregate, each, now));
        }
        Aggregate.Command command = aggregate.command();
        aggregate.remember(new Aggregate.Change(
                aggregate.savedVersion() + 1,
                now,
                pending.isEmpty()
                        ? Acting.current().actor()
                        : pending.getFirst().acting().actor(),
                pending.stream().map(each -> type(each.fact())).toList(),
                command == null ? null : command.key(),
                command == null ? null : command.bodyHash()));
        pending.clear();
    }

    private Aggregate.Entry entry(Aggregate<?> aggregate, Aggregate.Pending pending, Instant now) {
        byte[] payload = WireFormat.write(pending.fact());
        if (payload.length > MOST_PAYLOAD_BYTES) {
            throw new IllegalStateException(type(pending.fact()) + " has " + payload.length + " bytes, at most "
                    + MOST_PAYLOAD_BYTES + " travel");
        }
        long sequence = aggregate.nextSequence();
        String id = Ids.from("message", type(pending.fact()), aggregate.id(), sequence, Ids.digest(payload), now)
                .toString();
        return new Aggregate.Entry(
                id, sequence, type(pending.fact()), now, headers(aggregate, pending, id, sequence, now), payload);
    }

    private Map<String, String> headers(
            Aggregate<?> aggregate, Aggregate.Pending pending, String id, long sequence, Instant now) {
        Acting acting = pending.acting();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", type(pending.fact()));
        headers.put("ce_source", "/" + owner);
        headers.put("ce_subject", aggregate.id().value().toString());
        headers.put("ce_time", now.toString());
        headers.put("sequence", Long.toString(sequence));
        headers.put("correlationid", acting.correlation());
        if (acting.cause() != null) {
            headers.put("causationid", acting.cause());
        }
        if (acting.trace() != null) {
            headers.put("traceparent", acting.trace());
        }
        headers.put("actor", acting.actor());
        for (WireFormat.Part part : WireFormat.parts(pending.fact().getClass())) {
            switch (part.name()) {
                case "eventId", "delegationId", "partnerId" -> {
                    Object value = part.of(pending.fact());
                    if (value != null) {
                        headers.put(part.name().replace("Id", ""), value.toString());
                    }
                }
                default -> {}
            }
        }
        return headers;
    }

    private static void refuseWhenFull(Aggregate<?> aggregate) {
        long bytes = 0;
        for (Aggregate.Entry entry : aggregate.outbox()) {
            bytes += entry.payload().length;
        }
        if (aggregate.outbox().size() >= MOST_PENDING || bytes >= MOST_PENDING_BYTES) {
            throw new OutboxFull(aggregate);
        }
    }

    /** The document as it will be stored; one that only grows is a mistake in the model and must not stop the store. */
    static void weigh(Aggregate<?> aggregate, Document document, String collection) {
        int bytes;
        try (BasicOutputBuffer buffer = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(writer, document, EncoderContext.builder().build());
            bytes = buffer.getPosition();
        }
        if (bytes > MOST_DOCUMENT_BYTES) {
            throw new IllegalStateException(collection + " " + aggregate.id().value() + " would have " + bytes
                    + " bytes, at most " + MOST_DOCUMENT_BYTES + " are stored");
        }
        if (bytes > ALERTING_DOCUMENT_BYTES) {
            LOG.warn("{} {} has grown to {} bytes", collection, aggregate.id().value(), bytes);
        }
    }

    private static String type(Record fact) {
        Contract contract = fact.getClass().getAnnotation(Contract.class);
        if (contract == null) {
            throw new IllegalStateException(fact.getClass().getName() + " has no @Contract, so it cannot be announced");
        }
        return contract.value();
    }
}
