package vn.hoingo.operations;

import org.springframework.boot.SpringApplication;
import vn.hoingo.messaging.test.BackingServices;

/** Operations alone, with a broker and a store of its own that end with it. */
class TestOperationsApplication {

    public static void main(String[] arguments) {
        System.setProperty("spring.mongodb.uri", BackingServices.mongoUri("operations"));
        System.setProperty("spring.kafka.bootstrap-servers", BackingServices.bootstrapServers());
        SpringApplication.from(OperationsApplication::main).run(arguments);
    }
}
