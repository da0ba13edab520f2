package vn.hoingo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAndStoreIT {

    private static final TopicPartition TOPIC = new TopicPartition("events.event", 0);

    @TempDir
    private Path home;

    private LocalBroker broker;
    private LocalStore store;

    @BeforeEach
    void bothAreStarted() {
        List<Integer> ports = Ports.free(3);
        broker = new LocalBroker(home, ports.get(0), ports.get(1));
        store = LocalStore.in(home, ports.get(2), Set.of("events", "delegations"));
        broker.start();
        store.start();
        store.awaitReady();
        broker.awaitReady();
    }

    @AfterEach
    void bothAreStopped() {
        broker.close();
        store.close();
    }

    @Test
    void whatWasAcknowledgedIsThereAfterBothWereKilled() throws Exception {
        createTopic();
        send("prepared");
        insert("HEF 2026");

        broker.kill();
        store.kill();
        broker.start();
        store.start();
        store.awaitReady();
        broker.awaitReady();

        assertThat(records()).containsExactly("prepared");
        assertThat(names()).containsExactly("HEF 2026");
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAnOrderlyStopAndOnOtherPorts() throws Exception {
        createTopic();
        send("prepared");
        insert("HEF 2026");
        bothAreStopped();

        bothAreStarted();

        assertThat(records()).containsExactly("prepared");
        assertThat(names()).containsExactly("HEF 2026");
    }

    @Test
    void aStoreIsKnownToBeSetUpOnlyAtTheAddressAndForTheUsersItWasSetUpFor() {
        Mongod mongod = Mongod.find(System.getenv(), line -> {});
        Secrets secrets = Secrets.in(home);

        assertThat(store.isSetUp()).isTrue();
        assertThat(new LocalStore(home, 1, mongod, secrets, Set.of("events", "delegations")).isSetUp())
                .isFalse();
        assertThat(store.rootUri("admin")).satisfies(uri -> {
            int port = Integer.parseInt(uri.replaceAll(".*:(\\d+)/.*", "$1"));
            assertThat(new LocalStore(home, port, mongod, secrets, Set.of("events")).isSetUp())
                    .isFalse();
        });
    }

    @Test
    void aServiceCannotTouchTheDatabaseOfAnother() {
        try (MongoClient delegations = MongoClients.create(store.uri("delegations"))) {
            assertThatThrownBy(() -> delegations
                            .getDatabase("events")
                            .getCollection("events")
                            .insertOne(new Document("name", "forged")))
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("not authorized");
        }
    }

    @Test
    void nobodyReadsTheStoreWithoutAPassword() {
        String anonymous = store.uri("events").replaceFirst("//[^@]*@", "//").replace("authSource=events&", "");
        try (MongoClient nobody = MongoClients.create(anonymous)) {
            assertThatThrownBy(() ->
                            nobody.getDatabase("events").listCollectionNames().first())
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("requires authentication");
        }
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private void send(String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC.topic(), "key", value)).get(20, TimeUnit.SECONDS);
        }
    }

    private List<String> records() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            return StreamSupport.stream(consumer.poll(Duration.ofSeconds(20)).spliterator(), false)
                    .map(org.apache.kafka.clients.consumer.ConsumerRecord::value)
                    .toList();
        }
    }

    private void insert(String name) {
        try (MongoClient client = MongoClients.create(store.uri("events"))) {
            client.getDatabase("events").getCollection("events").insertOne(new Document("name", name));
        }
    }

    private List<String> names() {
        try (MongoClient client = MongoClients.create(store.uri("events"))) {
            return StreamSupport.stream(
                            client.getDatabase("events")
                                    .getCollection("events")
                                    .find()
                                    .spliterator(),
                            false)
                    .map(document -> document.getString("name"))
                    .toList();
        }
    }
}
