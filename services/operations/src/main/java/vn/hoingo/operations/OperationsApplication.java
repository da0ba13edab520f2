package vn.hoingo.operations;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Operations staff watch every fact of the house here, see what it caused, and mend what is stuck. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class OperationsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(OperationsApplication.class, arguments);
    }
}
