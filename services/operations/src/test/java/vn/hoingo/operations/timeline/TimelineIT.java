package vn.hoingo.operations.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.messaging.test.BackingServices;
import vn.hoingo.operations.Announced;

@SpringBootTest
@AutoConfigureMockMvc
@Import(BackingServices.class)
class TimelineIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static Announced announced;

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoOperations mongo;

    @BeforeAll
    static void topics() {
        announced = new Announced();
    }

    @AfterAll
    static void close() {
        announced.close();
    }

    @Test
    void aDelegationsTimelineIsToldInOrderWithItsPartnersName() throws Exception {
        UUID partner = UUID.randomUUID();
        UUID delegation = UUID.randomUUID();
        announced
                .fact("delegations.partner-registered.v1", partner, 1)
                .with("partnerId", partner)
                .with("name", Map.of("vi", "Lyon", "en", "Lyon"))
                .announce();
        for (int sequence = 1; sequence <= 3; sequence++) {
            announced
                    .fact(
                            List.of(
                                            "delegations.delegation-drafted.v1",
                                            "delegations.delegation-submitted.v1",
                                            "delegations.delegation-approved.v1")
                                    .get(sequence - 1),
                            delegation,
                            sequence)
                    .with("delegationId", delegation)
                    .with("partnerId", partner)
                    .header("ce_time", Instant.parse("2026-09-01T01:00:00Z").toString())
                    .announce();
        }
        String timeline = "/api/operations/delegations/" + delegation + "/timeline";
        await(() -> items(timeline).size() == 3
                && items(timeline).get(1).at("/sentence/vi").asString().contains("Lyon (Đoàn doanh nghiệp)"));

        mvc.perform(get(timeline).with(a("delegation-officer")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].type").value("delegations.delegation-drafted.v1"))
                .andExpect(jsonPath("$.items[1].type").value("delegations.delegation-submitted.v1"))
                .andExpect(jsonPath(
                        "$.items[1].sentence.en", containsString("Lyon (Đoàn doanh nghiệp) submitted, 6 members")))
                .andExpect(jsonPath("$.items[2].sentence.vi", containsString("được duyệt, 6 thành viên")));
    }

    @Test
    void aChangeShowsWhatItCausedAndWhatCausedIt() throws Exception {
        UUID root = UUID.randomUUID();
        Instant start = Instant.parse("2026-09-22T06:15:00.100Z");
        String change = announced
                .fact("logistics.flight-changed.v1", root, 1)
                .header("ce_time", start.toString())
                .header("correlationid", root.toString())
                .announce();
        String risk = announced
                .fact("logistics.arrival-at-risk.v1", UUID.randomUUID(), 1)
                .header("ce_time", start.plusMillis(44).toString())
                .causedBy(change, root.toString())
                .announce();
        String letter = announced
                .fact("invitations.notice-queued.v1", UUID.randomUUID(), 1)
                .header("ce_time", start.plusMillis(97).toString())
                .causedBy(risk, root.toString())
                .announce();
        await(() -> items("/api/operations/facts?correlation=" + root).size() == 3);

        mvc.perform(get("/api/operations/facts/" + change + "/consequences").with(a("operations-watcher")))
                .andExpect(jsonPath("$.fact.id").value(change))
                .andExpect(jsonPath("$.consequences[0].fact.id").value(risk))
                .andExpect(jsonPath("$.consequences[0].afterMillis").value(44))
                .andExpect(jsonPath("$.consequences[0].consequences[0].fact.id").value(letter))
                .andExpect(jsonPath("$.consequences[0].consequences[0].afterMillis")
                        .value(97));
        mvc.perform(get("/api/operations/facts/" + letter + "/causes").with(a("auditor")))
                .andExpect(jsonPath("$.items[0].id").value(change))
                .andExpect(jsonPath("$.items[1].id").value(risk))
                .andExpect(jsonPath("$.items[2].id").value(letter));
    }

    @Test
    void aFactThatComesTwiceIsKeptOnce() throws Exception {
        UUID event = UUID.randomUUID();
        String id = UUID.randomUUID().toString();
        for (int times = 0; times < 2; times++) {
            announced
                    .fact("events.event-prepared.v1", event, 1)
                    .header("ce_id", id)
                    .with("eventId", event)
                    .announce();
        }
        announced
                .fact("events.event-published.v1", event, 2)
                .with("eventId", event)
                .announce();
        await(() -> items("/api/operations/facts?event=" + event).size() == 2);

        assertThat(items("/api/operations/alerts?state=open"))
                .noneMatch(alert -> alert.path("key").asString("").equals(event.toString()));
    }

    @Test
    void aMissingNumberRaisesAnAlertOnce() throws Exception {
        UUID event = UUID.randomUUID();
        announced
                .fact("events.event-prepared.v1", event, 1)
                .with("eventId", event)
                .announce();
        announced
                .fact("events.event-published.v1", event, 4)
                .with("eventId", event)
                .announce();
        await(() -> items("/api/operations/alerts?state=open").stream()
                .anyMatch(alert -> alert.path("key").asString("").equals(event.toString())));

        assertThat(items("/api/operations/alerts?state=open").stream()
                        .filter(alert -> alert.path("key").asString("").equals(event.toString())))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.path("kind").asString()).isEqualTo("loss");
                    assertThat(alert.at("/sentence/en").asString()).contains("Fact 2 may be missing");
                });
        assertThat(items("/api/operations/tasks")).anySatisfy(task -> {
            assertThat(task.path("kind").asString()).isEqualTo("alert-loss");
            assertThat(task.at("/title/vi").asString()).isEqualTo("Xem xét cảnh báo");
            assertThat(task.at("/title/en").asString()).isEqualTo("Look at an alert");
            assertThat(task.at("/detail/en").asString()).contains("Fact 2 may be missing");
        });
        await(() -> items("/api/operations/facts?type=operations.loss-suspected.v1").stream()
                .anyMatch(fact -> fact.at("/payload/key").asString().equals(event.toString())));
    }

    @Test
    void factsAreFoundByWordsTypeAndPage() throws Exception {
        UUID event = UUID.randomUUID();
        String unusual = "Qx" + event.toString().substring(0, 6);
        for (int sequence = 1; sequence <= 5; sequence++) {
            announced
                    .fact("events.event-venue-changed.v1", event, sequence)
                    .with("eventId", event)
                    .with("new", "Nhà hát Đường " + unusual)
                    .announce();
        }
        await(() -> items("/api/operations/facts?event=" + event).size() == 5);

        JsonNode first = body("/api/operations/facts?q=duong+" + unusual + "&type=events.&limit=3");
        JsonNode second = body("/api/operations/facts?q=duong+" + unusual + "&type=events.&limit=3&after="
                + first.path("next").asString());
        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.has("next")).isFalse();
        assertThat(items("/api/operations/facts?type=logistics.&event=" + event))
                .isEmpty();
    }

    @Test
    void everyListWalksAnIndex() throws Exception {
        await(() -> mongo.indexOps("timeline").getIndexInfo().size() == 10);
        for (String field : List.of("event", "delegation", "partner", "type", "correlation", "words")) {
            var plan = mongo.execute("timeline", all -> all.find(new org.bson.Document(field, "x"))
                    .sort(new org.bson.Document("order", -1).append("_id", -1))
                    .explain());
            assertThat(String.valueOf(plan)).as(field).contains("IXSCAN").doesNotContain("COLLSCAN", "stage=SORT");
        }
    }

    @Test
    void everyContractIsToldInBothLanguages() throws Exception {
        for (String type : announced.types()) {
            announced
                    .fact(type, UUID.nameUUIDFromBytes(type.getBytes(StandardCharsets.UTF_8)), 1)
                    .header("correlationid", "every-contract")
                    .announce();
        }
        await(() -> items("/api/operations/facts?limit=200&correlation=every-contract")
                        .size()
                == announced.types().size());
        await(() -> items("/api/operations/facts?limit=200&correlation=every-contract").stream()
                .noneMatch(fact -> fact.path("sentence").toString().contains("(unknown)")));

        for (JsonNode fact : items("/api/operations/facts?limit=200&correlation=every-contract")) {
            for (String language : List.of("vi", "en")) {
                assertThat(fact.path("sentence").path(language).asString())
                        .as(fact.path("type").asString())
                        .isNotBlank()
                        .doesNotContain("{", "}", "[", "]", "null");
            }
        }
    }

    @Test
    void theApiDescribesItself() throws Exception {
        JsonNode paths = body("/api/operations/openapi.json").path("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/operations/stream",
                        "/api/operations/facts/{id}/consequences",
                        "/api/operations/dead-letters/{id}/replay",
                        "/api/operations/alerts/{id}/acknowledgement");
    }

    @Test
    void aPartnerSeesNothingHere() throws Exception {
        mvc.perform(get("/api/operations/facts").with(focalPointOf(UUID.randomUUID())))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/operations/delegations/" + UUID.randomUUID() + "/timeline")
                        .with(focalPointOf(UUID.randomUUID())))
                .andExpect(status().isForbidden());
    }

    private JsonNode body(String path) throws Exception {
        return JSON.readTree(mvc.perform(get(path).with(a("operations-watcher", "organiser")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private List<JsonNode> items(String path) throws Exception {
        return body(path).path("items").valueStream().toList();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("it came in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
