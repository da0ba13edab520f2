package vn.hoingo.delegations;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Partners, people and delegations. Two packages may hear the same fact, so beans carry their full names. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class DelegationsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(DelegationsApplication.class, arguments);
    }
}
