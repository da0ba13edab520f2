package vn.hoingo.invitations;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Who is asked to what, their answers, and every letter that leaves. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class InvitationsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(InvitationsApplication.class, arguments);
    }
}
