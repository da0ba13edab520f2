package vn.hoingo.operations.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.operations.envelope.Envelope;

/**
 * A fact as it is kept, under the id of its message, so that one that comes again is the same.
 *
 * @param order by time, and within a millisecond by the sequence of its aggregate
 * @param words of its sentence, folded, as people look for them
 */
@Document("timeline")
@CompoundIndex(name = "by_order", def = "{'order': 1, '_id': 1}")
@CompoundIndex(name = "by_event", def = "{'event': 1, 'order': 1, '_id': 1}")
@CompoundIndex(name = "by_delegation", def = "{'delegation': 1, 'order': 1, '_id': 1}")
@CompoundIndex(name = "by_partner", def = "{'partner': 1, 'order': 1, '_id': 1}")
@CompoundIndex(name = "by_type", def = "{'type': 1, 'order': 1, '_id': 1}")
@CompoundIndex(name = "by_word", def = "{'words': 1, 'order': 1, '_id': 1}")
@CompoundIndex(name = "by_correlation", def = "{'correlation': 1, 'order': 1, '_id': 1}")
@CompoundIndex(name = "by_causation", def = "{'causation': 1}")
@CompoundIndex(name = "by_place", def = "{'topic': 1, 'partition': 1, 'offset': 1}")
record TimelineEntry(
        @Id String id,
        String type,
        String topic,
        int partition,
        long offset,
        long sequence,
        Instant time,
        long order,
        String subject,
        @Nullable String event,
        @Nullable String delegation,
        @Nullable String partner,
        @Nullable String actor,
        @Nullable String correlation,
        @Nullable String causation,
        String payload,
        List<String> words) {

    private static final int WITHIN_A_MILLISECOND = 4096;

    static TimelineEntry of(Envelope fact, List<String> words) {
        return new TimelineEntry(
                fact.id(),
                fact.type(),
                fact.topic(),
                fact.partition(),
                fact.offset(),
                fact.sequence(),
                fact.time(),
                fact.time().toEpochMilli() * WITHIN_A_MILLISECOND + Math.min(fact.sequence(), WITHIN_A_MILLISECOND - 1),
                fact.subject(),
                fact.event(),
                fact.delegation(),
                fact.partner(),
                fact.actor(),
                fact.correlation(),
                fact.causation(),
                fact.payload(),
                words);
    }

    Envelope envelope() {
        return new Envelope(
                id,
                type,
                topic,
                partition,
                offset,
                sequence,
                time,
                subject,
                event,
                delegation,
                partner,
                actor,
                correlation,
                causation,
                payload);
    }
}
