package vn.hoingo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files agree with each other: schema, example, sentence, index and the AsyncAPI document tell one story. */
class ContractFilesTests {

    private static final Path CONTRACTS = Path.of("src/main/resources/contracts");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Map<String, String> LOOKED_UP = Map.of(
            "partner", "partnerId",
            "event", "eventId",
            "delegation", "delegationId",
            "activity", "activityId",
            "vehicle", "vehicleId",
            "resource", "resourceId");
    private static final Set<String> PILLS = Set.of("done", "changed", "at risk", "by itself", "note");

    /** Words of which none may stand in a property name. */
    private static final Set<String> PERSONAL = Set.of(
            "name",
            "surname",
            "forename",
            "passport",
            "birth",
            "birthday",
            "born",
            "age",
            "gender",
            "sex",
            "diet",
            "dietary",
            "allergy",
            "allergies",
            "allergen",
            "medical",
            "health",
            "religion",
            "phone",
            "mobile",
            "email",
            "mail",
            "address",
            "street",
            "nationality",
            "photo",
            "picture",
            "signature",
            "visa",
            "contact",
            "fullname",
            "firstname",
            "lastname",
            "middlename",
            "displayname",
            "salutation",
            "note",
            "comment",
            "remark");

    /** Names that look personal and are not, each with its reason. */
    private static final Map<String, String> NOT_PERSONAL = Map.of(
            "events.event-drafted.v1/name", "the name of an edition",
            "events.registration-opened.v1/name", "the name of an edition",
            "events.activity-added.v1/name", "the name of an activity",
            "delegations.partner-registered.v1/name", "the name of a sending body",
            "delegations.partner-changed.v1/name", "the name of a sending body",
            "logistics.resource-added.v1/name", "the plates or label of a vehicle; interpreters travel without one");

    static Stream<String> types() {
        try (Stream<Path> folders = Files.list(CONTRACTS)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSchemaIsValidAndClosed(String type) {
        Schema meta = SCHEMAS.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        JsonNode schema = read(type, "schema.json");

        assertThat(meta.validate(schema)).isEmpty();
        assertThat(schema.path("$id").asString()).isEqualTo("urn:hoingo:contract:" + type);
        objectsIn(schema).forEach(object -> assertThat(object.has("additionalProperties"))
                .as("every object of %s says what else it may hold", type)
                .isTrue());
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleKeepsItsPromise(String type) {
        assertThat(schema(type)
                        .validate(
                                read(type, "example.json").toString(),
                                InputFormat.JSON,
                                execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aPayloadWithAnUnknownFieldBreaksThePromise(String type) {
        JsonNode more = ((tools.jackson.databind.node.ObjectNode) read(type, "example.json")).put("surprise", 1);

        assertThat(schema(type).validate(more.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFactIsToldInBothLanguages(String type) {
        JsonNode sentence = read(type, "sentence.json");
        JsonNode properties = read(type, "schema.json").path("properties");

        assertThat(PILLS).contains(sentence.path("pill").asString());
        for (String language : List.of("vi", "en")) {
            String words = sentence.path(language).asString("");
            assertThat(words).as("%s in %s", type, language).isNotBlank();
            PLACEHOLDER.matcher(words).results().map(found -> found.group(1)).forEach(placeholder -> {
                String path = placeholder.split("\\|")[0];
                String lookedUp = LOOKED_UP.get(path);
                if (lookedUp != null && !properties.has(path)) {
                    assertThat(properties.propertyNames())
                            .as("{%s} of %s in %s", path, type, language)
                            .contains(lookedUp);
                } else {
                    JsonNode example = read(type, "example.json");
                    boolean leftOut = !example.has(path) && properties.has(path);
                    assertThat(leftOut || leadsSomewhere(example, path))
                            .as("{%s} of %s in %s", path, type, language)
                            .isTrue();
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void anOptionalValueStandsInAnOptionalPartOfTheSentence(String type) {
        JsonNode required = read(type, "schema.json").path("required");
        Set<String> always = required.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        JsonNode sentence = read(type, "sentence.json");

        for (String language : List.of("vi", "en")) {
            String outsideBrackets = sentence.path(language).asString("").replaceAll("\\[[^]]*]", "");
            PLACEHOLDER
                    .matcher(outsideBrackets)
                    .results()
                    .map(found -> found.group(1).split("[|.]")[0])
                    .forEach(first -> assertThat(always)
                            .as("{%s} of %s in %s", first, type, language)
                            .contains(LOOKED_UP.containsKey(first) ? LOOKED_UP.get(first) : first));
        }
    }

    @Test
    void noPropertySpeaksOfAPerson() {
        Map<String, Set<String>> personal = new TreeMap<>();
        Set<String> allowed = new TreeSet<>();
        types().forEach(type -> namesIn(read(type, "schema.json"), "").forEach(path -> {
            String name = path.substring(path.lastIndexOf('/') + 1);
            Set<String> words = Stream.of(name.split("(?=\\p{Lu})|[-_ ]"))
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            words.add(name.toLowerCase(Locale.ROOT));
            words.retainAll(PERSONAL);
            if (!words.isEmpty()) {
                if (NOT_PERSONAL.containsKey(type + path)) {
                    allowed.add(type + path);
                } else {
                    personal.put(type + path, words);
                }
            }
        }));

        assertThat(personal).isEmpty();
        assertThat(allowed).as("every exception is still needed").isEqualTo(new TreeSet<>(NOT_PERSONAL.keySet()));
    }

    @Test
    void theIndexListsExactlyTheseTypesUnderTopicsOfTheirOwners() {
        JsonNode contracts = readFile(CONTRACTS.resolve("index.json")).path("contracts");

        assertThat(contracts.valueStream().map(entry -> entry.path("type").asString()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(types().toList());
        contracts.forEach(entry -> {
            String type = entry.path("type").asString();
            String owner = type.substring(0, type.indexOf('.'));
            assertThat(entry.path("owner").asString()).isEqualTo(owner);
            assertThat(entry.path("topic").asString()).startsWith(owner + ".");
            assertThat(entry.path("pill")).isEqualTo(read(type, "sentence.json").path("pill"));
        });
    }

    @Test
    void asyncapiListsExactlyTheseMessagesOnTheirTopics() throws IOException {
        JsonNode document = YAMLMapper.builder().build().readTree(Files.readString(CONTRACTS.resolve("asyncapi.yaml")));
        Map<String, String> listed = new TreeMap<>();
        document.path("channels").forEach(channel -> channel.path("messages")
                .propertyNames()
                .forEach(type -> listed.put(type, channel.path("address").asString())));
        Map<String, String> indexed = new TreeMap<>();
        readFile(CONTRACTS.resolve("index.json"))
                .path("contracts")
                .forEach(entry -> indexed.put(
                        entry.path("type").asString(), entry.path("topic").asString()));

        assertThat(document.path("asyncapi").asString()).startsWith("3.");
        assertThat(listed).isEqualTo(indexed);
        JsonNode messages = document.path("components").path("messages");
        assertThat(messages.propertyNames()).containsExactlyInAnyOrderElementsOf(indexed.keySet());
        messages.properties().forEach(message -> assertThat(message.getValue()
                        .path("payload")
                        .path("schema")
                        .path("$ref")
                        .asString())
                .isEqualTo("./" + message.getKey() + "/schema.json"));
    }

    @Test
    void everyCodeHasItsWordInBothLanguages() {
        readFile(CONTRACTS.resolve("words.json"))
                .properties()
                .forEach(property -> property.getValue().properties().forEach(word -> assertThat(List.of(
                                word.getValue().path("vi").asString(""),
                                word.getValue().path("en").asString("")))
                        .as("%s of %s", word.getKey(), property.getKey())
                        .noneMatch(String::isBlank)));
    }

    private static boolean leadsSomewhere(JsonNode from, String path) {
        JsonNode at = from;
        for (String step : path.split("\\.")) {
            if (step.equals("size") && at.isArray()) {
                return true;
            }
            at = at.path(step);
        }
        return !at.isMissingNode();
    }

    private static List<JsonNode> objectsIn(JsonNode schema) {
        List<JsonNode> objects = new ArrayList<>();
        if ("object".equals(schema.path("type").asString(""))) {
            objects.add(schema);
        }
        schema.forEach(child -> objects.addAll(objectsIn(child)));
        return objects;
    }

    private static List<String> namesIn(JsonNode schema, String path) {
        List<String> names = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            names.add(path + "/" + property.getKey());
            names.addAll(namesIn(property.getValue(), path + "/" + property.getKey()));
        });
        schema.path("$defs")
                .properties()
                .forEach(definition -> names.addAll(namesIn(definition.getValue(), path + "/$" + definition.getKey())));
        if (schema.has("items")) {
            names.addAll(namesIn(schema.path("items"), path));
        }
        return names;
    }

    private static Schema schema(String type) {
        return SCHEMAS.getSchema(read(type, "schema.json"));
    }

    private static JsonNode read(String type, String file) {
        return readFile(CONTRACTS.resolve(type).resolve(file));
    }

    private static JsonNode readFile(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
