package vn.hoingo.journeys;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Whoever writes to a topic by hand what no service would announce. */
final class Poison implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    private Poison(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    static Poison of(RunningSystem system) {
        return new Poison(new KafkaProducer<>(
                Map.of("bootstrap.servers", system.broker(), "linger.ms", 0, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    /** Lies on the topic when this returns. */
    Poison send(String topic, @Nullable String key, String type, long sequence, String payload) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, key, payload.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/by-hand",
                        "ce_time",
                        Instant.now().toString(),
                        "ce_specversion",
                        "1.0",
                        "sequence",
                        Long.toString(sequence))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
        return this;
    }

    @Override
    public void close() {
        producer.close();
    }
}
