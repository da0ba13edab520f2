package vn.hoingo.logistics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Beans go by their full names, because two packages may each hear the same fact and call the reaction by it. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class LogisticsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(LogisticsApplication.class, arguments);
    }
}
