package vn.hoingo.delegations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import vn.hoingo.messaging.test.BackingServices;

/** The whole service on a real broker and a real store, shared by all tests that say so; what is held for nothing goes back soon. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = DelegationsApplication.class,
        properties = {
            "hoingo.places.hold=3s",
            "HOINGO_EVENTS_URL=http://localhost:1", // nobody answers there, whoever else runs on this machine
            "HOINGO_TOKEN_URL=http://localhost:1/oauth2/token"
        })
@AutoConfigureMockMvc
@Import({BackingServices.class, EventsElsewhere.class, Registering.class})
public @interface RunningDelegations {}
