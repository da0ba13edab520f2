package vn.hoingo.messaging.test;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The files of {@code infra/contracts}, as they lie on the class path. */
final class PromisedMessages {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Map<String, String> topics;

    private PromisedMessages(Map<String, String> topics) {
        this.topics = topics;
    }

    static PromisedMessages read() {
        Map<String, String> topics = new TreeMap<>();
        file("index.json")
                .path("contracts")
                .forEach(entry -> topics.put(
                        entry.path("type").asString(), entry.path("topic").asString()));
        return new PromisedMessages(topics);
    }

    /** The topic on which a type travels. */
    String topic(String type) {
        String topic = topics.get(type);
        if (topic == null) {
            throw new AssertionError(type + " is no contract; the types are " + topics.keySet());
        }
        return topic;
    }

    Collection<String> topics() {
        return topics.values();
    }

    JsonNode schema(String type) {
        topic(type);
        return file(type + "/schema.json");
    }

    JsonNode example(String type) {
        return file(type + "/example.json");
    }

    /** The example with nothing in it but what must be there. */
    JsonNode smallestExample(String type) {
        JsonNode schema = schema(type);
        return smallest(example(type), schema, schema);
    }

    /** What is wrong with a payload by the schema of its type. */
    List<Error> violations(String type, JsonNode payload) {
        return SCHEMAS.getSchema(schema(type))
                .validate(
                        payload.toString(),
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    JsonNode parse(byte[] json) {
        return JSON.readTree(json);
    }

    /** Follows a reference within the schema. */
    static JsonNode resolve(JsonNode schema, JsonNode root) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode() ? schema : root.at(reference.asString().substring(1));
    }

    static boolean isRequired(JsonNode schema, String property) {
        return schema.path("required").valueStream().anyMatch(name -> name.asString()
                .equals(property));
    }

    private static JsonNode smallest(JsonNode value, JsonNode schemaOrReference, JsonNode root) {
        JsonNode schema = resolve(schemaOrReference, root);
        if (value instanceof ArrayNode array) {
            ArrayNode all = JSON.createArrayNode();
            array.forEach(each -> all.add(smallest(each, schema.path("items"), root)));
            return all;
        }
        if (value instanceof ObjectNode object && schema.has("properties")) {
            ObjectNode few = JSON.createObjectNode();
            object.properties().stream()
                    .filter(property -> isRequired(schema, property.getKey()))
                    .forEach(property -> few.set(
                            property.getKey(),
                            smallest(
                                    property.getValue(),
                                    schema.path("properties").path(property.getKey()),
                                    root)));
            return few;
        }
        return value;
    }

    private static JsonNode file(String path) {
        try (@Nullable InputStream file = PromisedMessages.class.getResourceAsStream("/contracts/" + path)) {
            if (file == null) {
                throw new AssertionError("contracts/" + path + " is not on the class path");
            }
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
