package vn.hoingo.operations.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.hoingo.operations.envelope.Envelope;
import vn.hoingo.operations.sentence.Sentence;
import vn.hoingo.operations.sentence.Sentences;

/** A fact as people and screens are shown it, live or kept. */
public record FactView(
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
        Sentence sentence,
        String pill,
        JsonNode payload) {

    public static FactView of(Envelope fact, Sentences sentences) {
        return new FactView(
                fact.id(),
                fact.type(),
                fact.topic(),
                fact.partition(),
                fact.offset(),
                fact.sequence(),
                fact.time(),
                fact.subject(),
                fact.event(),
                fact.delegation(),
                fact.partner(),
                fact.actor(),
                fact.correlation(),
                fact.causation(),
                sentences.tell(fact),
                sentences.pill(fact),
                sentences.payload(fact));
    }
}
