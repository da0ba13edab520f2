package vn.hoingo.faults.crash.agent;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import vn.hoingo.faults.crash.agent.DurableSteps.Cause;

/** The steps that are taken at the broker; apart, since not every service knows one. */
public final class BrokerSteps {

    private BrokerSteps() {}

    /** A record is about to be sent; it is sent when the callback says so. */
    public static Callback send(ProducerRecord<?, ?> record, @Nullable Callback callback) {
        String type = header(record, "ce_type");
        Cause cause = new Cause("Relay " + type, DurableSteps.traceId(header(record, "traceparent")));
        String step = "send " + record.topic();
        DurableSteps.pass("before", step, cause);
        DurableSteps.remember(cause);
        return (metadata, failure) -> {
            if (failure == null) {
                DurableSteps.pass("after", step, cause);
            }
            if (callback != null) {
                callback.onCompletion(metadata, failure);
            }
        };
    }

    /** A group is about to say how far it came. */
    public static void beforeCommit(KafkaConsumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        DurableSteps.pass("before", commit(consumer, offsets), DurableSteps.last());
    }

    /** The broker knows. */
    public static void afterCommit(KafkaConsumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        DurableSteps.pass("after", commit(consumer, offsets), DurableSteps.last());
        DurableSteps.remember(null);
    }

    private static String commit(KafkaConsumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        String topics = offsets.keySet().stream()
                .map(TopicPartition::topic)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return "commit " + topics + " for " + consumer.groupMetadata().groupId();
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
