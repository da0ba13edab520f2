package vn.hoingo.delegations.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.delegations.Registering.expect;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hoingo.delegations.EventsElsewhere;
import vn.hoingo.delegations.Registering;
import vn.hoingo.delegations.RunningDelegations;
import vn.hoingo.messaging.Ids;

/** What lists answer, and what waits for whom, on a real store. */
@RunningDelegations
class ListsIT {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private EventsElsewhere elsewhere;

    @Autowired
    private Registering registering;

    @Test
    void theQueueIsPagedNarrowedAndSearchedWithoutAccents() throws Exception {
        UUID event = elsewhere.open(8);
        for (String name : List.of("Thượng Hải", "Thượng Nguyên", "Osaka")) {
            UUID partner = registering.partner(name);
            UUID id = registering.complete(event, partner, "HEAD OF " + FoldedName.of(name));
            expect(200, registering.act(id, "submission", "{}", focalPointOf(partner)));
        }

        String first = mvc.perform(get("/api/delegations?limit=1&sort=partner&state=submitted&q=thuong&event=" + event)
                        .with(a("delegation-officer")))
                .andExpect(status().isOk())
                .andExpect(header().exists("Link"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].partnerName.vi").value("Thượng Hải"))
                .andExpect(jsonPath("$.items[0].eventName.en").value("Friendship Dialogue 2027"))
                .andExpect(jsonPath("$.items[0].headName").value("HEAD OF THUONG HAI"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String next = JsonPath.read(first, "$.next");
        mvc.perform(get("/api/delegations?limit=1&sort=partner&state=submitted&q=thuong&event=" + event + "&after="
                                + next)
                        .with(a("delegation-officer")))
                .andExpect(jsonPath("$.items[0].partnerName.vi").value("Thượng Nguyên"))
                .andExpect(jsonPath("$.next").doesNotExist());
        mvc.perform(get("/api/delegations?event=" + event).with(a("operations-watcher")))
                .andExpect(jsonPath("$.items", hasSize(3)))
                .andExpect(jsonPath("$.items[0].headName").doesNotExist());
        mvc.perform(get("/api/delegations?state=lost").with(a("organiser"))).andExpect(status().is(422));
    }

    @Test
    void theHeadOfADraftIsNamedOnlyToThoseWhoWorkWithPeople() throws Exception {
        UUID event = elsewhere.open(8);
        registering.complete(event, registering.partner("Quiet Port"), "QUIET HEAD");

        mvc.perform(get("/api/delegations?event=" + event).with(a("delegation-officer")))
                .andExpect(jsonPath("$.items[0].headName").value("QUIET HEAD"));
        for (String role : List.of("auditor", "operations-watcher", "service")) {
            mvc.perform(get("/api/delegations?event=" + event).with(a(role)))
                    .andExpect(jsonPath("$.items[0].headRank").value(5))
                    .andExpect(jsonPath("$.items[0].headName").doesNotExist());
        }
    }

    @Test
    void aCursorOfSomebodysOwnMakingIsNotTaken() throws Exception {
        for (String key : List.of(
                "{\"s\": \"partner\", \"v\": {\"$regularExpression\": {\"pattern\": \".\", \"options\": \"\"}}, \"i\": \"x\"}",
                "{\"s\": \"partner\", \"v\": [\"a\"], \"i\": \"x\"}",
                "{\"s\": \"partner\", \"v\": \"a\", \"i\": {\"$regularExpression\": {\"pattern\": \".\", \"options\": \"\"}}}")) {
            mvc.perform(get("/api/delegations")
                            .param("sort", "partner")
                            .param("after", Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
                            .with(a("delegation-officer")))
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].pointer").value("/after"));
        }
    }

    @Test
    void whatWaitsIsForThoseWhoCanDoIt() throws Exception {
        UUID event = elsewhere.open(8);
        UUID partner = registering.partner("Waiting Port");
        UUID id = registering.complete(event, partner, "WAITING HEAD");

        mvc.perform(get("/api/delegations/tasks?event=" + event).with(focalPointOf(partner)))
                .andExpect(jsonPath("$.items[0].kind").value("finish-draft"))
                .andExpect(jsonPath("$.items[0].title.en").value("Finish the registration of Waiting Port"))
                .andExpect(jsonPath("$.items[0].due").value("2099-01-01T00:00:00Z"));
        mvc.perform(get("/api/delegations/tasks?event=" + event).with(a("organiser")))
                .andExpect(jsonPath("$.items", hasSize(0)));

        expect(200, registering.act(id, "submission", "{}", focalPointOf(partner)));

        mvc.perform(get("/api/delegations/tasks?event=" + event).with(a("delegation-officer")))
                .andExpect(jsonPath("$.items[0].kind").value("review-delegation"))
                .andExpect(jsonPath("$.items[0].title.vi").value("Duyệt đoàn Waiting Port"));
    }

    @Test
    void whatWouldFollowIsSaidBeforeItIsDone() throws Exception {
        UUID event = elsewhere.open(8);
        registering.approved(event, registering.partner("Preview Port"), "PREVIEW HEAD");

        mvc.perform(post("/api/delegations/previews")
                        .with(a("organiser"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"type\": \"events.event-cancelled.v1\", \"fact\": {\"eventId\": \"%s\", \"reason\": \"x\"}}"
                                        .formatted(event)))
                .andExpect(jsonPath("$.items[0].title.en").value("One delegation is no longer expected"))
                .andExpect(jsonPath("$.items[0].automatic").value(true));
        mvc.perform(post("/api/delegations/previews")
                        .with(a("organiser"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"type\": \"events.event-cancelled.v1\", \"fact\": {\"eventId\": \"all\"}}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/fact/eventId"));
    }

    @Test
    void partnersAndPeopleAreFoundByNamesWithoutAccents() throws Exception {
        registering.partner("Đà Lạt Kết Nghĩa");
        UUID consul = UUID.fromString(JsonPath.read(
                registering
                        .post(
                                "/api/delegations/people",
                                "{\"passportName\": \"ÉLISE MARCHAND\", \"nativeName\": \"Élise Marchand\", \"rank\": 6, \"category\": \"consul-general\"}",
                                a("protocol-officer"))
                        .getContentAsString(),
                "$.id"));

        mvc.perform(get("/api/delegations/partners?q=da lat ket").with(a("auditor")))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].contactEmail").doesNotExist());
        mvc.perform(get("/api/delegations/people?q=elise&category=consul-general")
                        .with(a("dispatcher")))
                .andExpect(jsonPath("$.items[0].id").value(consul.toString()));
        mvc.perform(get("/api/delegations/people?id=" + consul).with(a("service")))
                .andExpect(status().is(422));
        mvc.perform(get("/api/delegations/people?id=" + consul)
                        .with(a("service"))
                        .header("X-Purpose", "invitation letter"))
                .andExpect(jsonPath("$.items[0].displayName").value("ÉLISE MARCHAND"));
        mvc.perform(get("/api/delegations/people/" + consul).with(a("operations-watcher")))
                .andExpect(status().isForbidden());
        assertThat(mongo.getCollection("views").countDocuments(new Document("whose", consul)))
                .isEqualTo(1);
    }

    @Test
    void noListReadsAWholeCollection() throws Exception {
        UUID id = Ids.fresh();
        mongo.executeCommand(new Document("profile", 2));
        try {
            for (String filter :
                    List.of("", "event=" + id, "partner=" + id, "state=submitted&state=draft", "q=thuong")) {
                for (String sort : List.of("", "&sort=changedAt", "&sort=partner", "&sort=-submittedAt")) {
                    ask("/api/delegations?" + filter + sort, a("delegation-officer"));
                }
                ask("/api/delegations?" + filter, focalPointOf(id));
            }
            ask("/api/delegations/tasks", a("delegation-officer"));
            ask("/api/delegations/tasks", focalPointOf(id));
            for (String filter : List.of("", "q=busan", "kind=locality", "country=KR", "language=en")) {
                ask("/api/delegations/partners?" + filter, a("organiser"));
            }
            ask("/api/delegations/partners", focalPointOf(id));
            for (String filter : List.of("", "q=seo", "partner=" + id, "category=delegate", "id=" + id)) {
                ask("/api/delegations/people?" + filter, a("organiser"));
            }
        } finally {
            mongo.executeCommand(new Document("profile", 0));
        }

        List<Document> asked = mongo.execute("system.profile", profile -> profile.find(new Document("op", "query"))
                .into(new ArrayList<>()));
        assertThat(asked)
                .filteredOn(each -> String.valueOf(each.get("ns")).matches(".*\\.(delegations|partners|people)"))
                .hasSizeGreaterThan(30)
                .noneMatch(each -> String.valueOf(each.get("planSummary")).contains("COLLSCAN"));
    }

    private void ask(String path, RequestPostProcessor who) throws Exception {
        mvc.perform(get(path).with(who)).andExpect(status().isOk());
    }

    /** A passport has Latin capitals. */
    private static final class FoldedName {
        static String of(String name) {
            return vn.hoingo.delegations.text.FoldedText.inOrder(name).stream()
                    .map(String::toUpperCase)
                    .collect(java.util.stream.Collectors.joining(" "));
        }
    }
}
