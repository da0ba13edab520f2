package vn.hoingo.messaging;

import com.mongodb.client.MongoClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import vn.hoingo.messaging.lab.Lab;
import vn.hoingo.messaging.test.BackingServices;

/** A running lab, and what tests need to look at its topics and documents without it. */
@SpringBootTest(classes = Lab.class, properties = "spring.application.name=lab")
@Import(BackingServices.class)
abstract class LabIT {

    static final Instant NOON = Instant.parse("2027-09-23T12:00:00Z");
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String THIS_RUN = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MongoClient store;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    KafkaProperties properties;

    @Autowired
    Decisions decisions;

    @Autowired
    AggregateKinds kinds;

    @Autowired
    Tallies tallies;

    @Autowired
    BlockedKeys blocked;

    @Autowired
    Clock clock;

    @Autowired
    MessagingAutoConfiguration.Mechanism mechanism;

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    /** A name that no other test has. */
    static String named(String what) {
        return what + "-" + THIS_RUN + "-" + NAMES.incrementAndGet();
    }

    /** A topic of its own for a test. */
    static String topic(int partitions) {
        String topic = named("lab.topic");
        create(topic, partitions);
        return topic;
    }

    static void create(String topic, int partitions) {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, BackingServices.bootstrapServers()));
    }

    /** Puts a group back to the first message; nobody of it may be connected. */
    static void rewind(String group, String topic, int partitions) {
        Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            first.put(new TopicPartition(topic, partition), new OffsetAndMetadata(0));
        }
        try (Admin admin = admin()) {
            eventually().ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets(group, first).all().get();
                return true;
            });
        }
    }

    /** How far a group has committed in all partitions of a topic together. */
    static long committed(String group, String topic) {
        try (Admin admin = admin()) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(each -> each.getKey().topic().equals(topic) && each.getValue() != null)
                    .mapToLong(each -> each.getValue().offset())
                    .sum();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** How many messages there are on a topic. */
    static long onTopic(String topic, int partitions) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        try (Admin admin = admin()) {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Everything on a topic, in the order of its partitions. */
    List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (Consumer<String, byte[]> consumer = MessagingAutoConfiguration.connect(properties, null)) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    List<ConsumerRecord<String, byte[]>> read(String topic, UUID key) {
        return read(topic).stream()
                .filter(each -> key.toString().equals(each.key()))
                .toList();
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    static long sequence(ConsumerRecord<?, ?> record) {
        return Long.parseLong(header(record, "sequence"));
    }

    /** Sends a message of a foreign service; answers where it lies. */
    long send(String topic, @Nullable UUID key, String type, long sequence, String payload) {
        return send(
                topic,
                key == null ? null : key.toString(),
                Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", type,
                        "ce_time", NOON.toString(),
                        "sequence", Long.toString(sequence)),
                payload);
    }

    long send(String topic, @Nullable String key, Map<String, String> headers, String payload) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, key, payload.getBytes(StandardCharsets.UTF_8));
        headers.forEach(
                (name, value) -> record.headers().add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        try {
            return kafka.send(record).get().getRecordMetadata().offset();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** All tallies of one consumer in one. */
    Tallies.Tally tally(String consumer) {
        return tallies.all().stream()
                .filter(each -> each.consumer().equals(consumer))
                .reduce(
                        new Tallies.Tally(consumer, "", 0, -1, 0, 0, 0, 0, 0, 0),
                        (one, other) -> new Tallies.Tally(
                                consumer,
                                other.topic(),
                                0,
                                Math.max(one.offset(), other.offset()),
                                one.received() + other.received(),
                                one.handled() + other.handled(),
                                one.skipped() + other.skipped(),
                                one.refused() + other.refused(),
                                one.parked() + other.parked(),
                                one.deadLettered() + other.deadLettered()));
    }

    /** The flow equation: zero, or something was lost or counted twice. */
    static long difference(Tallies.Tally tally) {
        return tally.received()
                - tally.handled()
                - tally.skipped()
                - tally.refused()
                - tally.parked()
                - tally.deadLettered();
    }

    List<BlockedKeys.Blocked> lines(String consumer) {
        return blocked.all().stream()
                .filter(each -> each.consumer().equals(consumer))
                .toList();
    }
}
