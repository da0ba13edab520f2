package vn.hoingo.delegations;

import org.springframework.boot.SpringApplication;
import vn.hoingo.messaging.test.BackingServices;

/** Delegations alone, with a broker and a store of their own that end with them. */
class TestDelegationsApplication {

    public static void main(String[] arguments) {
        System.setProperty("spring.mongodb.uri", BackingServices.mongoUri("delegations"));
        System.setProperty("spring.kafka.bootstrap-servers", BackingServices.bootstrapServers());
        SpringApplication.from(DelegationsApplication::main).run(arguments);
    }
}
