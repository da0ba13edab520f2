package vn.hoingo.messaging.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.hoingo.messaging.Ids;

/**
 * The other services, as far as the one under test hears them: their facts are put on the real broker, each in the shape of its
 * contract. A fact that breaks its contract is a mistake of the test.
 */
public final class OtherServices {

    private static final int PARTITIONS = 6;

    private final PromisedMessages promised = PromisedMessages.read();
    private final KafkaProducer<String, byte[]> broker;
    private final Map<UUID, Long> sequences = new ConcurrentHashMap<>();

    /** @param topics that others own: they do not run here to make them, and the broker makes none by itself */
    public OtherServices(String... topics) throws InterruptedException, ExecutionException {
        String servers = BackingServices.bootstrapServers();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            for (String topic : topics) {
                try {
                    admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
                            .all()
                            .get();
                } catch (ExecutionException failed) {
                    if (!(failed.getCause() instanceof TopicExistsException)) {
                        throw failed;
                    }
                }
            }
        }
        broker = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The next fact of that aggregate, caused by nothing in particular. */
    public void announce(UUID source, String type, String payload) {
        announce(source, next(source), type, type, payload);
    }

    /**
     * A fact of that aggregate, as one relay sends it or another one sends it again.
     *
     * @param sequence its number among the facts of the aggregate, from 1
     * @param correlation the act that it belongs to
     */
    public void announce(UUID source, long sequence, String type, String correlation, String payload) {
        String topic = promised.topic(type);
        byte[] json = payload.getBytes(StandardCharsets.UTF_8);
        var violations = promised.violations(type, promised.parse(json));
        if (!violations.isEmpty()) {
            throw new AssertionError(type + ": " + violations + " in " + payload);
        }
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, source.toString(), json);
        Map.of(
                        "ce_id",
                        Ids.fresh().toString(),
                        "ce_type",
                        type,
                        "ce_time",
                        Instant.now().toString(),
                        "sequence",
                        Long.toString(sequence),
                        "actor",
                        "test",
                        "correlationid",
                        correlation)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            broker.send(message).get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The number of the next fact of that aggregate; asking takes it. */
    public long next(UUID source) {
        return sequences.merge(source, 1L, Long::sum);
    }
}
