package vn.hoingo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.hoingo.messaging.Ids;
import vn.hoingo.messaging.test.BackingServices;
import vn.hoingo.messaging.test.OtherServices;

/** An edition from its template to another date, on a real store and a real broker. */
@SpringBootTest
@AutoConfigureMockMvc
@Import({BackingServices.class, EditionIT.Elsewhere.class})
class EditionIT {

    private static final String FRIENDSHIP_DIALOGUE = """
            {"template": "friendship-dialogue", "day0": "2027-09-23", "edition": "2027", "venue": "Dinh Thống Nhất"}
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private OtherServices elsewhere;

    @Test
    void anEditionFromATemplateHasItsActivitiesAtOnce() throws Exception {
        String id = begin("anEditionFromATemplate");

        mvc.perform(get("/api/events/" + id).with(a("organiser")))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.name.vi").value("Đối thoại Hữu nghị 2027"))
                .andExpect(jsonPath("$.window.start").value("2027-09-23T08:00:00"))
                .andExpect(jsonPath("$.window.startsAt").value("2027-09-23T01:00:00Z"))
                .andExpect(jsonPath("$.window.zone").value("Asia/Ho_Chi_Minh"));
        mvc.perform(get("/api/events/activities?event=" + id).with(a("organiser")))
                .andExpect(jsonPath("$.items", hasSize(5)))
                .andExpect(jsonPath("$.items[0].name.en").value("Plenary"));
    }

    @Test
    void aRepeatedRequestBeginsOneEdition() throws Exception {
        assertThat(begin("twice")).isEqualTo(begin("twice"));
    }

    @Test
    void aKeyIsNotGoodForAnotherEdition() throws Exception {
        begin("reused");

        mvc.perform(act("/api/events", FRIENDSHIP_DIALOGUE.replace("2027-09-23", "2027-10-01"))
                        .header("Idempotency-Key", "reused"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/idempotency-key-reused"));
    }

    @Test
    void activitiesMoveAlongWithTheirEvent() throws Exception {
        String id = begin("moving");

        mvc.perform(act("/api/events/" + id + "/rescheduling", """
                        {"window": {"start": "2027-10-07T08:00", "end": "2027-10-08T21:30", "zone": "Asia/Ho_Chi_Minh"}}
                        """))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(2));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> mvc.perform(
                        get("/api/events/activities?event=" + id).with(a("organiser")))
                .andExpect(jsonPath("$.items[0].window.start").value("2027-10-07T09:00:00"))
                .andExpect(jsonPath("$.items[4].window.start").value("2027-10-08T14:00:00")));
    }

    @Test
    void whatWaitsForAnOrganiserIsSaidInBothLanguages() throws Exception {
        String draft = "$.items[?(@.id == 'prepare-" + begin("waiting") + "')]";

        mvc.perform(get("/api/events/tasks").with(a("organiser")))
                .andExpect(jsonPath(draft + ".title.en").value("Friendship Dialogue 2027"))
                .andExpect(jsonPath(draft + ".detail.en")
                        .value("Still a draft; partners can register once preparation begins"))
                .andExpect(jsonPath(draft + ".detail.vi")
                        .value("Sự kiện đang là bản nháp; bắt đầu chuẩn bị thì đối tác mới đăng ký được"));
    }

    @Test
    void aGrantedPermitOpensTheWayToPublishing() throws Exception {
        String id = begin("permitted");
        String permit = "/api/events/" + id + "/permit";
        mvc.perform(act("/api/events/" + id + "/preparation", "{}")).andExpect(status().isOk());
        mvc.perform(get(permit).with(a("auditor")))
                .andExpect(jsonPath("$.authority").value("competent-person"))
                .andExpect(jsonPath("$.fileBy").value("2027-08-24"));
        mvc.perform(get(permit).with(a("partner"))).andExpect(status().isForbidden());
        mvc.perform(act("/api/events/" + id + "/publication", "{}")).andExpect(status().isConflict());

        String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        mvc.perform(act(permit + "/dossier", "{\"submittedOn\": \"" + today + "\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.reason").value("DOSSIER_INCOMPLETE"))
                .andExpect(
                        jsonPath("$.detail").value(containsString("Văn bản đề nghị cho phép; Đề án tổ chức (Mẫu 01)")));
        mvc.perform(act(permit + "/papers", "{\"papers\": {\"request\": \"ready\", \"scheme\": \"ready\"}}"))
                .andExpect(jsonPath("$.complete").value(true));
        mvc.perform(act(permit + "/dossier", "{\"submittedOn\": \"" + today + "\"}"))
                .andExpect(status().isOk());
        mvc.perform(act(permit + "/grant", "{\"decisionNumber\": \"77/UBND\", \"decidedOn\": \"" + today + "\"}"))
                .andExpect(jsonPath("$.state").value("granted"));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> mvc.perform(
                        act("/api/events/" + id + "/publication", "{}"))
                .andExpect(jsonPath("$.state").value("published"))
                .andExpect(jsonPath("$.permission.decisionNumber").value("77/UBND")));
        mvc.perform(get("/api/events/tasks").with(a("organiser")))
                .andExpect(jsonPath("$.items[?(@.link =~ /.*" + id + ".*/)]").isEmpty());

        elsewhere.announce(
                Ids.fresh(), "invitations.guest-accepted.v1", """
                {"eventId": "%s", "invitationId": "%s", "activityId": "%s", "personId": "%s", "seats": 1, "rank": 2}
                """.formatted(id, Ids.fresh(), Ids.fresh(), Ids.fresh()));

        String amendment = "$.items[?(@.id == 'permit-amendment-" + id + "')]";
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> mvc.perform(
                        get("/api/events/tasks").with(a("organiser")))
                .andExpect(jsonPath(amendment + ".due").value("2027-08-14T16:59:00Z"))
                .andExpect(jsonPath(amendment + ".link").value("/events/" + id + "/permit")));
    }

    @Test
    void aForeignSpeechHoldsUpTheDossierUntilItIsTranslated() throws Exception {
        String permit = "/api/events/" + begin("speech") + "/permit";
        mvc.perform(act(permit + "/papers", "{\"papers\": {\"request\": \"ready\", \"scheme\": \"ready\"}}"))
                .andExpect(status().isOk());
        String speech = JsonPath.read(
                mvc.perform(act(permit + "/materials", "{\"title\": \"Keynote\", \"language\": \"en\"}"))
                        .andExpect(jsonPath("$.complete").value(false))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.materials[0].id");

        String state = permit + "/materials/" + speech + "/state";
        mvc.perform(act(state, "{\"state\": \"ready\"}"))
                .andExpect(jsonPath("$.complete").value(false));
        mvc.perform(act(state, "{\"state\": \"ready\", \"translation\": \"ready\"}"))
                .andExpect(jsonPath("$.complete").value(true));
        mvc.perform(act(permit + "/materials/" + Ids.fresh() + "/state", "{\"state\": \"ready\"}"))
                .andExpect(status().isNotFound());
    }

    @Test
    void aBodyThatIsAskedStandsOnTheDeskUntilItAnswers() throws Exception {
        String id = begin("asked");
        String permit = "/api/events/" + id + "/permit";
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        String asked = JsonPath.read(
                mvc.perform(act(
                                permit + "/consultations",
                                "{\"body\": \"Bộ Ngoại giao\", \"askedOn\": \"" + today + "\"}"))
                        .andExpect(jsonPath("$.consultations[0].answerBy")
                                .value(today.plusDays(15).toString()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.consultations[0].id");
        String task = "$.items[?(@.id == 'consultation-" + asked + "')]";
        mvc.perform(get("/api/events/tasks").with(a("organiser")))
                .andExpect(jsonPath(task + ".detail.en").value("Opinion of Bộ Ngoại giao on the permit is awaited"));

        mvc.perform(act(
                        permit + "/consultations/" + asked + "/answer",
                        "{\"answeredOn\": \"" + today
                                + "\", \"opinion\": \"agrees-with-changes\", \"words\": \"bỏ mục 3\"}"))
                .andExpect(jsonPath("$.consultations[0].answer.words").value("bỏ mục 3"));
        mvc.perform(get("/api/events/tasks").with(a("organiser")))
                .andExpect(jsonPath(task).isEmpty());
    }

    @Test
    void theClockOfThePermitMovesWithTheEvent() throws Exception {
        String id = begin("clock");
        mvc.perform(act("/api/events/" + id + "/permit/topics", "{\"topics\": [\"religion\"]}"))
                .andExpect(jsonPath("$.authority").value("prime-minister"))
                .andExpect(jsonPath("$.fileBy").value("2027-08-14"));

        mvc.perform(act("/api/events/" + id + "/rescheduling", """
                        {"window": {"start": "2027-10-07T08:00", "end": "2027-10-08T21:30", "zone": "Asia/Ho_Chi_Minh"}}
                        """)).andExpect(status().isOk());

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> mvc.perform(
                        get("/api/events/" + id + "/permit").with(a("organiser")))
                .andExpect(jsonPath("$.fileBy").value("2027-08-28")));
    }

    @ParameterizedTest
    @MethodSource
    void aMinisterTakesThePermitToThePrimeMinister(String howTheyCome, String message) throws Exception {
        String id = begin("minister-" + message.hashCode());

        elsewhere.announce(Ids.fresh(), howTheyCome + ".v1", message.replace("EVENT", id));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> mvc.perform(
                        get("/api/events/" + id + "/permit").with(a("organiser")))
                .andExpect(jsonPath("$.authority").value("prime-minister")));
    }

    static Stream<Arguments> aMinisterTakesThePermitToThePrimeMinister() {
        String to = "\"eventId\": \"EVENT\"";
        String delegation =
                to + ", \"delegationId\": \"%s\", \"partnerId\": \"%s\"".formatted(Ids.fresh(), Ids.fresh());
        String who = "\"memberId\": \"%s\"".formatted(Ids.fresh());
        return Stream.of(
                arguments("delegations.delegation-submitted", """
                        {%s, "memberCount": 2, "companionCount": 0, "headRank": 2, "version": 1}
                        """.formatted(delegation)),
                arguments("delegations.delegation-submitted", """
                        {%s, "memberCount": 2, "companionCount": 0, "headRank": 5, "highestRank": 2, "version": 1}
                        """.formatted(delegation)),
                arguments("delegations.member-rank-corrected", "{%s, %s, \"rank\": 2}".formatted(delegation, who)),
                arguments("invitations.guest-rank-corrected", """
                        {%s, "invitationId": "%s", "activityId": "%s", "personId": "%s", "rank": 2}
                        """.formatted(to, Ids.fresh(), Ids.fresh(), Ids.fresh())),
                arguments("delegations.member-added", "{%s, %s, \"rank\": 2}".formatted(delegation, who)),
                arguments("delegations.member-replaced", """
                        {%s, %s, "replacedBy": "%s", "rank": 2}
                        """.formatted(delegation, who, Ids.fresh())),
                arguments(
                        "delegations.head-of-delegation-replaced", """
                        {%s, "oldHeadId": "%s", "newHeadId": "%s", "oldRank": 5, "newRank": 2, "version": 2}
                        """.formatted(delegation, Ids.fresh(), Ids.fresh())),
                arguments("invitations.guest-accepted", """
                        {%s, "invitationId": "%s", "activityId": "%s", "personId": "%s", "seats": 1, "rank": 2}
                        """.formatted(to, Ids.fresh(), Ids.fresh(), Ids.fresh())));
    }

    @Test
    void aCloneIsCountedFromItsOwnFirstDay() throws Exception {
        String source = begin("source");

        MvcResult cloned = mvc.perform(act("/api/events/" + source + "/clones", """
                        {"day0": "2029-03-01", "edition": "2029", "name": {"vi": "Đối thoại 2029", "en": "Dialogue 2029"}}
                        """))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.clonedFrom").value(source))
                .andReturn();

        mvc.perform(get("/api/events/activities?event=" + id(cloned)).with(a("auditor")))
                .andExpect(jsonPath("$.items", hasSize(5)))
                .andExpect(jsonPath("$.items[3].window.start").value("2029-03-02T08:30:00"));
    }

    @Test
    void aStaleEditIsToldWhatChanged() throws Exception {
        String id = begin("stale");
        mvc.perform(act("/api/events/" + id + "/preparation", "{}")).andExpect(status().isOk());

        mvc.perform(put("/api/events/" + id)
                        .with(a("organiser"))
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"edition": "2027", "name": {"vi": "Khác", "en": "Other"}, "venue": "SECC"}
                                """))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.currentVersion").value(2))
                .andExpect(jsonPath("$.changes[0].facts[0]").value("events.event-prepared.v1"));
    }

    @Test
    void theListIsPagedByKeyAndSearchedWithoutMarks() throws Exception {
        begin("page-1");
        begin("page-2");

        MvcResult first = mvc.perform(get("/api/events?limit=1&q=doi thoai huu nghi&sort=startsAt")
                        .with(a("auditor")))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(header().exists("Link"))
                .andReturn();
        String next = JsonPath.read(first.getResponse().getContentAsString(), "$.next");
        MvcResult second = mvc.perform(get("/api/events?limit=1&q=doi thoai huu nghi&sort=startsAt&after=" + next)
                        .with(a("auditor")))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andReturn();

        assertThat(first.getResponse().getContentAsString())
                .isNotEqualTo(second.getResponse().getContentAsString());
    }

    private String begin(String key) throws Exception {
        return id(mvc.perform(act("/api/events", FRIENDSHIP_DIALOGUE).header("Idempotency-Key", key))
                .andExpect(status().isCreated())
                .andReturn());
    }

    private static MockHttpServletRequestBuilder act(String path, String body) {
        return post(path)
                .with(a("organiser"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private static String id(MvcResult result) throws Exception {
        return JsonPath.read(result.getResponse().getContentAsString(), "$.id");
    }

    /** Those of whom a rank is heard. */
    @TestConfiguration
    static class Elsewhere {

        @Bean
        OtherServices elsewhere() throws InterruptedException, ExecutionException {
            return new OtherServices("delegations.delegation", "invitations.invitation");
        }
    }
}
