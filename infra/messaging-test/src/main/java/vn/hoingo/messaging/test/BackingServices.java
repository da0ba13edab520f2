package vn.hoingo.messaging.test;

import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The real broker and the real store of every {@code …IT}: started once per JVM, as processes of this machine or as
 * containers, with a fresh database for each application context. The system property {@code hoingo.backing} or the variable
 * {@code HOINGO_BACKING} chooses: {@code processes}, {@code containers}, or {@code auto}, which takes containers where a Docker
 * engine and both images are present.
 */
@TestConfiguration(proxyBeanMethods = false)
public class BackingServices {

    /** The broker's address, for tests that look at topics themselves. */
    public static String bootstrapServers() {
        return Backing.ofThisJvm().bootstrapServers();
    }

    /** The store's address with a database of that name, for tests that look at documents themselves. */
    public static String mongoUri(String database) {
        return Backing.ofThisJvm().mongoUri(database);
    }

    @Bean
    DynamicPropertyRegistrar addressesOfBackingServices() {
        String database =
                "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        return registry -> {
            registry.add("spring.mongodb.uri", () -> mongoUri(database));
            registry.add("spring.kafka.bootstrap-servers", BackingServices::bootstrapServers);
        };
    }
}
