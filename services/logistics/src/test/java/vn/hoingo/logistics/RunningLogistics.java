package vn.hoingo.logistics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import vn.hoingo.messaging.test.BackingServices;

/** The whole service on a real broker and a real store, shared by all tests that say so; holds end soon in it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = LogisticsApplication.class,
        properties = {"hoingo.travel.hold=4s", "hoingo.travel.try-again=1s"})
@AutoConfigureMockMvc
@Import({BackingServices.class, Elsewhere.class})
public @interface RunningLogistics {}
