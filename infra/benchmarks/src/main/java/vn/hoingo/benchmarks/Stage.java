package vn.hoingo.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.UuidRepresentation;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.hoingo.benchmarks.board.Board;
import vn.hoingo.benchmarks.board.Shown;
import vn.hoingo.benchmarks.cinema.Cinema;
import vn.hoingo.local.ThrowawayBacking;

/** A real broker and store, and on them either our services or bare clients with the same promises of durability. */
final class Stage implements AutoCloseable {

    static final int PARTITIONS = 6;

    private final ThrowawayBacking backing = ThrowawayBacking.start();
    private final List<Closeable> open = new ArrayList<>();

    ConfigurableApplicationContext cinema() {
        return service(Cinema.class, "cinema", new Shown());
    }

    ConfigurableApplicationContext board(Shown shown) {
        return service(Board.class, "board", shown);
    }

    private ConfigurableApplicationContext service(Class<?> application, String name, Shown shown) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("shown", shown))
                .properties(Map.of(
                        "spring.application.name",
                        name,
                        "spring.main.banner-mode",
                        "off",
                        "spring.mongodb.uri",
                        backing.store().rootUri(name),
                        "spring.kafka.bootstrap-servers",
                        bootstrapServers(),
                        "logging.level.root",
                        "warn"))
                .run();
        return opened(context);
    }

    String bootstrapServers() {
        return backing.broker().bootstrapServers();
    }

    String storeUri(String database) {
        return backing.store().rootUri(database);
    }

    MongoClient store() {
        return opened(MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(storeUri("raw")))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build()));
    }

    KafkaProducer<String, byte[]> producer() {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return opened(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    /** Reads a whole topic, in no group. */
    KafkaConsumer<String, byte[]> consumer(String topic, int mostAtOnce) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, mostAtOnce);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    void topic(String name) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private <T extends Closeable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open.reversed()) {
            each.close();
        }
        backing.close();
    }
}
