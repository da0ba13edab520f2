package vn.hoingo.events;

import org.springframework.boot.SpringApplication;
import vn.hoingo.messaging.test.BackingServices;

/** Events alone, with a broker and a store of its own that end with it. */
class TestEventsApplication {

    public static void main(String[] arguments) {
        System.setProperty("spring.mongodb.uri", BackingServices.mongoUri("events"));
        System.setProperty("spring.kafka.bootstrap-servers", BackingServices.bootstrapServers());
        SpringApplication.from(EventsApplication::main).run(arguments);
    }
}
