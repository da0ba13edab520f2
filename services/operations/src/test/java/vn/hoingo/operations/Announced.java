package vn.hoingo.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.hoingo.messaging.test.BackingServices;

/** Facts as other services would announce them: the examples of the contracts, with some values changed. */
public final class Announced implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", BackingServices.bootstrapServers(), "linger.ms", 0, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    private final Map<String, String> topics = new LinkedHashMap<>();

    public Announced() {
        contract("index.json")
                .path("contracts")
                .forEach(entry -> topics.put(
                        entry.path("type").asString(), entry.path("topic").asString()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BackingServices.bootstrapServers()))) {
            for (String topic : List.copyOf(topics.values()).stream().distinct().toList()) {
                topic(admin, topic);
            }
        }
    }

    public static void topic(String name) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BackingServices.bootstrapServers()))) {
            topic(admin, name);
        }
    }

    private static void topic(Admin admin, String name) {
        try {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(6), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(failed);
            }
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** Every type that the contracts name. */
    public Set<String> types() {
        return topics.keySet();
    }

    /** A fact of an aggregate; answers the id of its message. */
    public Fact fact(String type, UUID subject, long sequence) {
        return new Fact(type, subject, sequence);
    }

    private static tools.jackson.databind.JsonNode contract(String path) {
        try (InputStream file = Announced.class.getResourceAsStream("/contracts/" + path)) {
            return JSON.readTree(Objects.requireNonNull(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    /** One fact to be announced. */
    public final class Fact {

        private final String type;
        private final UUID subject;
        private final long sequence;
        private final String id = UUID.randomUUID().toString();
        private final ObjectNode payload;
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Fact(String type, UUID subject, long sequence) {
            this.type = type;
            this.subject = subject;
            this.sequence = sequence;
            this.payload =
                    topics.containsKey(type) ? (ObjectNode) contract(type + "/example.json") : JSON.createObjectNode();
        }

        public Fact with(String property, Object value) {
            payload.set(property, JSON.valueToTree(value));
            return this;
        }

        public Fact header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Fact causedBy(String cause, String correlation) {
            return header("causationid", cause).header("correlationid", correlation);
        }

        public String announce() {
            return announceOn(topics.get(type));
        }

        public String announceOn(String topic) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                    topic, subject.toString(), payload.toString().getBytes(StandardCharsets.UTF_8));
            headers.putIfAbsent("ce_id", id);
            headers.putIfAbsent("ce_type", type);
            headers.putIfAbsent("ce_source", "/" + topic.replaceFirst("\\..*", ""));
            headers.putIfAbsent("ce_subject", subject.toString());
            headers.putIfAbsent("ce_time", Instant.now().toString());
            headers.putIfAbsent("ce_specversion", "1.0");
            headers.putIfAbsent("sequence", Long.toString(sequence));
            headers.putIfAbsent("correlationid", id);
            for (String related : List.of("event", "delegation", "partner")) {
                if (payload.has(related + "Id")) {
                    headers.putIfAbsent(related, payload.path(related + "Id").asString());
                }
            }
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            try {
                producer.send(record).get();
            } catch (InterruptedException | ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
            return id;
        }
    }
}
