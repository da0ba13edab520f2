package vn.hoingo.events;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Editions, activities, permits and plans. Two packages may hear the same fact, so beans carry their full names. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class EventsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EventsApplication.class, arguments);
    }
}
