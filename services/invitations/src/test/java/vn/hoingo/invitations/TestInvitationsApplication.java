package vn.hoingo.invitations;

import org.springframework.boot.SpringApplication;
import vn.hoingo.messaging.test.BackingServices;

/** Invitations alone, with a broker and a store of its own that end with it. */
class TestInvitationsApplication {

    public static void main(String[] arguments) {
        System.setProperty("spring.mongodb.uri", BackingServices.mongoUri("invitations"));
        System.setProperty("spring.kafka.bootstrap-servers", BackingServices.bootstrapServers());
        System.setProperty("HOINGO_SIGNING_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        SpringApplication.from(InvitationsApplication::main).run(arguments);
    }
}
