package vn.hoingo.logistics;

import org.springframework.boot.SpringApplication;
import vn.hoingo.messaging.test.BackingServices;

/** Logistics alone, with a broker and a store of its own that end with it. */
class TestLogisticsApplication {

    public static void main(String[] arguments) {
        System.setProperty("spring.mongodb.uri", BackingServices.mongoUri("logistics"));
        System.setProperty("spring.kafka.bootstrap-servers", BackingServices.bootstrapServers());
        SpringApplication.from(LogisticsApplication::main).run(arguments);
    }
}
