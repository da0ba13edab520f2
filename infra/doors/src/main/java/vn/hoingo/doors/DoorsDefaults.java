package vn.hoingo.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Settings that are the same in every service, so that each names only what differs; anything else wins over them. */
public final class DoorsDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "doors", new EncodedResource(new ClassPathResource("doors-defaults.properties"), "UTF-8")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
