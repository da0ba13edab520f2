package vn.hoingo.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class PagesAreLightAndPlainTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern INLINE =
            Pattern.compile("\\sstyle=|\\son[a-z]+=\"|<style|<script(?![^>]*src=)|hx-on|th:style|javascript:");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*[A-Za-z0-9])[}(]");

    @Test
    void bothLanguagesHaveTheSameKeysAndNoEmptyWords() throws IOException {
        Properties vietnamese = messages("vi");
        Properties english = messages("en");
        assertThat(new TreeSet<>(vietnamese.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        assertThat(vietnamese.values()).noneMatch(words -> words.toString().isBlank());
        assertThat(english.values()).noneMatch(words -> words.toString().isBlank());
    }

    @Test
    void everyKeyThatATemplateNamesHasItsWords() throws IOException {
        Properties words = messages("vi");
        List<String> missing = new ArrayList<>();
        for (Path template : templates()) {
            Matcher keys = KEY.matcher(Files.readString(template));
            while (keys.find()) {
                if (!words.containsKey(keys.group(1))) {
                    missing.add(template.getFileName() + ": " + keys.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noTemplateHasInlineStyleOrScript() throws IOException {
        for (Path template : templates()) {
            assertThat(INLINE.matcher(Files.readString(template)).find())
                    .as(template.toString())
                    .isFalse();
        }
    }

    @Test
    void whatEveryPageLoadsTheFirstTimeIsUnderALimitOfSixtyKilobytes() throws IOException {
        int weight = compressed("static/assets/portal.css")
                + compressed("static/assets/portal.js")
                + compressed("static/assets/stream.js")
                + compressed("META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");
        assertThat(weight).isLessThan(60_000);
    }

    private static int compressed(String path) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new ClassPathResource(path).getContentAsByteArray());
        }
        return bytes.size();
    }

    private static Properties messages(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                new ClassPathResource("messages_" + language + ".properties").getInputStream(),
                StandardCharsets.UTF_8)) {
            properties.load(file);
        }
        return properties;
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
