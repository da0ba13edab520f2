package vn.hoingo.messaging.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import vn.hoingo.local.ThrowawayBacking;

/** Where this JVM's broker and store are, and what kind they are of. */
interface Backing {

    String KAFKA = "apache/kafka:4.2.1";
    String MONGO = "mongo:8.0";

    String bootstrapServers();

    String mongoUri(String database);

    static Backing ofThisJvm() {
        return Started.BACKING;
    }

    /** The holder makes it one per JVM, and the first test that asks pays for it. */
    final class Started {

        private static final Backing BACKING = choose();

        private Started() {}

        private static Backing choose() {
            String asked = System.getProperty("hoingo.backing", System.getenv().getOrDefault("HOINGO_BACKING", "auto"));
            boolean containers =
                    switch (asked) {
                        case "containers" -> true;
                        case "processes" -> false;
                        case "auto" -> imagesArePresent();
                        default ->
                            throw new IllegalArgumentException(
                                    "hoingo.backing is processes, containers or auto, and not " + asked);
                    };
            System.out.println("backing services: "
                    + (containers ? "containers " + KAFKA + " and " + MONGO : "processes") + " (" + asked + ")");
            return containers ? new Containers() : new Processes();
        }

        /** Asks the engine only where there may be one: Testcontainers complains at length where there is none. */
        private static boolean imagesArePresent() {
            boolean mayBeThere = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
            if (!mayBeThere || !DockerClientFactory.instance().isDockerAvailable()) {
                return false;
            }
            Set<String> present = DockerClientFactory.lazyClient().listImagesCmd().exec().stream()
                    .flatMap(image -> Stream.ofNullable(image.getRepoTags()).flatMap(Arrays::stream))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return present.containsAll(List.of(KAFKA, MONGO));
        }
    }

    /** A process each, with authentication, as the embedded default has them. */
    final class Processes implements Backing {

        private final ThrowawayBacking backing = ThrowawayBacking.start();

        @Override
        public String bootstrapServers() {
            return backing.broker().bootstrapServers();
        }

        @Override
        public String mongoUri(String database) {
            return backing.store().rootUri(database);
        }
    }

    /** A container each; Testcontainers removes them with the JVM. */
    final class Containers implements Backing {

        private final KafkaContainer kafka = new KafkaContainer(KAFKA)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "8");
        private final MongoDBContainer mongo = new MongoDBContainer(MONGO).withReplicaSet();

        Containers() {
            kafka.start();
            mongo.start();
        }

        @Override
        public String bootstrapServers() {
            return kafka.getBootstrapServers();
        }

        @Override
        public String mongoUri(String database) {
            String uri = mongo.getReplicaSetUrl(database);
            return uri + (uri.contains("?") ? "&" : "?") + "w=majority&journal=true";
        }
    }
}
