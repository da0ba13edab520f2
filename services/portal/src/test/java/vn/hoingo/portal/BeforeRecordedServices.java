package vn.hoingo.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Where the portal finds the services in a test, and what time it is. */
@TestConfiguration(proxyBeanMethods = false)
public class BeforeRecordedServices {

    @Bean
    RecordingServices services() {
        return new RecordingServices();
    }

    @Bean
    DynamicPropertyRegistrar whereTheServicesAre(RecordingServices services) {
        return properties -> List.of("events", "delegations", "invitations", "logistics", "operations", "identity")
                .forEach(
                        service -> properties.add("spring.http.serviceclient." + service + ".base-url", services::url));
    }

    @Bean
    @Primary
    Clock dayOfTheStory() {
        return Clock.fixed(Instant.parse("2026-11-15T23:15:00Z"), ZoneOffset.UTC);
    }
}
