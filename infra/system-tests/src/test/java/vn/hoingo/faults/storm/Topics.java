package vn.hoingo.faults.storm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Fact;
import vn.hoingo.faults.history.Line.Injected;

/** The topics of aggregates: read from the first record on, and given what no service would give them. */
public final class Topics implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "events.event", "events.event-drafted.v1",
            "events.activity", "events.activity-added.v1",
            "delegations.partner", "delegations.partner-registered.v1",
            "delegations.delegation", "delegations.delegation-approved.v1",
            "invitations.invitation", "invitations.invitation-sent.v1");
    private static final String MARK = "storm";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String broker;
    private final List<String> names;
    private final KafkaProducer<String, byte[]> producer;

    public Topics(String broker, List<String> names) {
        this.broker = broker;
        this.names = List.copyOf(names);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "delivery.timeout.ms", 120_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends what was sent already once more, as it was; says how many. */
    int repeat(Random random) {
        String topic = List.copyOf(new TreeMap<>(TYPES).keySet()).get(random.nextInt(TYPES.size()));
        List<ConsumerRecord<String, byte[]>> all = read(List.of(topic)).stream()
                .filter(record ->
                        record.key() != null && !text(record, "sequence").isEmpty())
                .toList();
        int repeats = Math.min(all.size(), 1 + random.nextInt(5));
        for (int each = 0; each < repeats; each++) {
            ConsumerRecord<String, byte[]> record = all.get(random.nextInt(all.size()));
            ProducerRecord<String, byte[]> again = new ProducerRecord<>(topic, record.key(), record.value());
            record.headers().forEach(again.headers()::add);
            send(again, "repeat");
        }
        return repeats;
    }

    /** Sends something that nobody can handle, or that nobody should mind; says what. */
    String poison(Random random) {
        String topic = List.copyOf(new TreeMap<>(TYPES).keySet()).get(random.nextInt(TYPES.size()));
        String type = TYPES.getOrDefault(topic, "");
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        String living = someKey(topic, random, key);
        return switch (random.nextInt(6)) {
            case 0 -> poison(topic, key, type, "1", "{\"cut off", "bad JSON");
            case 1 -> poison(topic, living, type, "1", "{\"cut off", "bad JSON for a living key");
            case 2 -> poison(topic, key, "storm.never-heard-of.v1", "1", "{}", "an unknown type");
            case 3 -> poison(topic, null, type, "1", "{}", "a null key");
            case 4 -> poison(topic, key, type.replace(".v1", ".v9"), "1", "{}", "a wrong version");
            default -> poison(topic, living, type, "none", "{}", "no sequence");
        };
    }

    private String poison(
            String topic, @Nullable String key, String type, String sequence, String payload, String what) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, key, payload.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_type", type);
        header(record, "ce_source", "/storm");
        header(record, "ce_time", "2027-09-23T12:00:00Z");
        header(record, "sequence", sequence);
        send(record, what);
        return what + " on " + topic;
    }

    private String someKey(String topic, Random random, String otherwise) {
        List<String> keys = read(List.of(topic)).stream()
                .map(ConsumerRecord::key)
                .filter(key -> key != null)
                .toList();
        return keys.isEmpty() ? otherwise : keys.get(random.nextInt(keys.size()));
    }

    /** What comes from here says so, also where the broker died before it could say that it has it. */
    private void send(ProducerRecord<String, byte[]> record, String what) {
        header(record, MARK, what);
        try {
            producer.send(record).get();
        } catch (ExecutionException brokerAway) {
            throw new KafkaException(brokerAway);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new KafkaException(stop);
        }
    }

    /** Everything that lies on the topics now. */
    public List<Fact> facts() {
        return read(names).stream().map(Topics::fact).toList();
    }

    /** What of it came from here. */
    List<Injected> injected() {
        return read(names).stream()
                .filter(record -> !text(record, MARK).isEmpty())
                .map(record -> new Injected(record.topic(), record.partition(), record.offset(), text(record, MARK)))
                .toList();
    }

    /** Where each partition ends. */
    Map<TopicPartition, Long> ends() {
        try (KafkaConsumer<String, byte[]> consumer = connect()) {
            return consumer.endOffsets(partitions(consumer, names));
        }
    }

    private List<ConsumerRecord<String, byte[]>> read(List<String> topics) {
        try (KafkaConsumer<String, byte[]> consumer = connect()) {
            List<TopicPartition> partitions = partitions(consumer, topics);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            all.sort(Comparator.comparing((ConsumerRecord<String, byte[]> record) -> record.topic())
                    .thenComparing(ConsumerRecord::partition)
                    .thenComparing(ConsumerRecord::offset));
            return all;
        }
    }

    private KafkaConsumer<String, byte[]> connect() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "default.api.timeout.ms", (int) PATIENCE.toMillis()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, List<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
    }

    private static Fact fact(ConsumerRecord<String, byte[]> record) {
        byte[] payload = record.value() == null ? new byte[0] : record.value();
        String sequence = text(record, "sequence");
        return new Fact(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                text(record, "ce_id"),
                text(record, "ce_type"),
                sequence.matches("[0-9]{1,18}") ? Long.parseLong(sequence) : 0,
                text(record, "causationid"),
                text(record, "traceparent"),
                History.digest(payload));
    }

    private static String text(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
