package vn.hoingo.operations.sentence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the contracts say of every type of message: its topic, its kind of pill and how it is told. */
@Component
public class Contracts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Told> told = new HashMap<>();
    private final JsonNode words = read("words.json");

    Contracts() {
        read("index.json").path("contracts").forEach(entry -> {
            String type = entry.path("type").asString();
            JsonNode sentence = read(type + "/sentence.json");
            told.put(
                    type,
                    new Told(
                            entry.path("topic").asString(),
                            entry.path("pill").asString(),
                            Template.of(sentence.path("vi").asString()),
                            Template.of(sentence.path("en").asString())));
        });
    }

    public boolean knows(String type) {
        return told.containsKey(type);
    }

    Optional<Told> of(String type) {
        return Optional.ofNullable(told.get(type));
    }

    /** The word for a code that stands in a property of this name; null when the contracts have none. */
    @Nullable
    String word(String property, String code, String language) {
        JsonNode word = words.path(property).path(code).path(language);
        return word.isMissingNode() ? null : word.asString();
    }

    /** The word for a reason, or the reason as it is. */
    public Sentence reason(String code) {
        String vi = word("reason", code, "vi");
        String en = word("reason", code, "en");
        return new Sentence(vi == null ? code : vi, en == null ? code : en);
    }

    private static JsonNode read(String path) {
        try (@Nullable InputStream file = Contracts.class.getResourceAsStream("/contracts/" + path)) {
            if (file == null) {
                throw new IllegalStateException("contracts/" + path + " is not on the class path");
            }
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    record Told(String topic, String pill, Template vi, Template en) {}
}
