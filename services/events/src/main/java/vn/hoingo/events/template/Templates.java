package vn.hoingo.events.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.doors.Invalid;

/** The department's templates, a file of its own so that they change without code. */
@Component
class Templates {

    private final List<Template> all;

    Templates(JsonMapper json) {
        try (InputStream file = new ClassPathResource("templates.json").getInputStream()) {
            this.all = Arrays.asList(json.readValue(file, Template[].class));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    List<Template> all() {
        return all;
    }

    Template get(String code) {
        return all.stream()
                .filter(template -> template.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "/template",
                        "events.unknown-template",
                        String.join(", ", all.stream().map(Template::code).toList())));
    }
}
