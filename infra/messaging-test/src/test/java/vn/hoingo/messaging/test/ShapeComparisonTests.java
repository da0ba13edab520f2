package vn.hoingo.messaging.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.hoingo.messaging.Travelling;

class ShapeComparisonTests {

    private static final String APPROVED = "delegations.delegation-approved.v1";
    private static final String RESCHEDULED = "events.event-rescheduled.v1";
    private final PromisedMessages promised = PromisedMessages.read();

    @Test
    void aRecordWithAllOfTheContractIsWhole() {
        assertThat(whole(APPROVED, Approved.class)).isEmpty();
    }

    @Test
    void theExampleComesBackAsItWas() {
        JsonNode example = promised.example(APPROVED);
        byte[] written = Travelling.write(Travelling.read(example.toString().getBytes(), Approved.class));

        assertThat(ShapeComparison.differences(example, promised.parse(written)))
                .isEmpty();
        assertThat(promised.violations(APPROVED, promised.parse(written))).isEmpty();
    }

    @Test
    void aJavaWordIsMappedByItsAnnotation() {
        assertThat(whole(RESCHEDULED, Rescheduled.class)).isEmpty();
    }

    @Test
    void aFieldThatIsMissingFromAProducerIsNamed() {
        assertThat(whole(RESCHEDULED, WithoutRevision.class))
                .containsExactly("revision is promised by the contract and missing");
        assertThat(part(RESCHEDULED, WithoutRevision.class)).isEmpty();
    }

    @Test
    void aFieldThatNobodyPromisedIsNamed() {
        record Hopeful(UUID eventId, String weather) {}

        assertThat(part(RESCHEDULED, Hopeful.class))
                .singleElement()
                .asString()
                .startsWith("weather is not in the contract");
    }

    @Test
    void aTypeThatDoesNotFitIsNamed() {
        record Confused(Instant eventId, String revision) {}

        assertThat(part(RESCHEDULED, Confused.class)).hasSize(2);
    }

    @Test
    void whatIsOptionalMustBeNullable() {
        record Certain(UUID personId, UUID partnerId) {}

        assertThat(part("delegations.person-registered.v1", Certain.class))
                .containsExactly("partnerId is optional in the contract and must be @Nullable");
    }

    @Test
    void theSmallestExampleHasNoOptionalField() {
        assertThat(promised.smallestExample("delegations.person-registered.v1").propertyNames())
                .containsExactly("personId", "rank", "category");
        assertThat(promised.smallestExample(APPROVED).at("/parties/0").has("flight"))
                .isFalse();
    }

    private List<String> whole(String type, Class<?> shape) {
        return new ShapeComparison(promised.schema(type)).whole(shape);
    }

    private List<String> part(String type, Class<?> shape) {
        return new ShapeComparison(promised.schema(type)).part(shape);
    }

    record Window(LocalDateTime start, LocalDateTime end, String zone) {}

    record Rescheduled(
            UUID eventId, Window old, @JsonProperty("new") Window next, int revision) {}

    record WithoutRevision(
            UUID eventId, Window old, @JsonProperty("new") Window next) {}

    record Flight(
            String number,
            String origin,
            String airport,
            @Nullable String terminal,
            LocalDateTime departs,
            String departsZone,
            LocalDateTime arrives,
            String arrivesZone) {}

    record Party(
            UUID partyId,
            List<UUID> memberIds,
            boolean heads,
            int companions,
            int luggage,
            @Nullable Flight flight) {}

    record Approved(
            UUID delegationId,
            UUID eventId,
            UUID partnerId,
            int version,
            List<UUID> memberIds,
            UUID headId,
            int headRank,
            List<String> languages,
            List<Party> parties,
            Map<String, Integer> needs) {}
}
