package vn.hoingo.portal.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.portal.Readers.organiser;
import static vn.hoingo.portal.Readers.staff;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.hoingo.portal.PageTest;
import vn.hoingo.portal.RecordingServices;
import vn.hoingo.portal.Story;

@PageTest
class DelegationPageApiTests {

    @Autowired
    MockMvc pages;

    @Autowired
    RecordingServices services;

    @BeforeEach
    void tellTheStory() {
        services.forget();
        Story.tell(services);
    }

    @Test
    void theQueueShowsTheFirstBesideTheList() throws Exception {
        pages.perform(get("/delegations").with(staff("delegation-officer")).param("lang", "en"))
                .andExpect(content().string(allOf(containsString("Osaka"), containsString("MARCHAND Élise"))));
        assertThat(services.only("GET /api/delegations").query()).contains("state=submitted", "state=under-review");
    }

    @Test
    void onlyWhatTheReaderMayDoIsOffered() throws Exception {
        pages.perform(get("/delegations/" + Story.BUSAN_AT_HEF).with(staff("delegation-officer")))
                .andExpect(
                        content()
                                .string(
                                        allOf(
                                                containsString("/head\""),
                                                not(
                                                        containsString(
                                                                "/approval\"><input type=\"hidden\" name=\"once\"><button class=\"btn main\" data-key")))));
    }

    @Test
    void theOfficerSeesWhatIsOnFileAndWhatChangedSinceTheLastDecision() throws Exception {
        services.says("GET /api/delegations/" + Story.LYON_AT_HEF + "/differences", """
                {"since":"2026-11-12T03:00:00Z","languages":false,"members":[
                 {"memberId":"019a0000-0000-7000-8000-000000000045","kind":"changed","name":"Élise Marchand","inPlaceOf":null,
                  "fields":[{"field":"rank","before":"8"},{"field":"travel","before":null}]},
                 {"memberId":"019a0000-0000-7000-8000-000000000046","kind":"replaced","name":"Paul Roux","inPlaceOf":"Anne Petit",
                  "fields":[]}]}
                """);
        pages.perform(get("/delegations/" + Story.LYON_AT_HEF)
                        .with(staff("delegation-officer"))
                        .param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Since the last decision, 12 November 2026, 10:00"),
                                containsString("Élise Marchand was changed:"),
                                containsString("Paul Roux comes in the place of Anne Petit."),
                                containsString("On file"))));
        pages.perform(get("/delegations/" + Story.LYON_AT_HEF).with(staff("dispatcher")))
                .andExpect(status().isOk());
    }

    @Test
    void replacingTheHeadShowsConsequencesFirst() throws Exception {
        pages.perform(post("/delegations/" + Story.BUSAN_AT_HEF + "/head")
                        .with(organiser())
                        .param("lang", "en")
                        .param("memberId", "019a0000-0000-7000-8000-000000000043"))
                .andExpect(content()
                        .string(allOf(containsString("Nothing has happened yet."), containsString("shared van 12"))));
        assertThat(services.asked("POST /api/delegations/" + Story.BUSAN_AT_HEF + "/head"))
                .isEmpty();
        assertThat(services.only("POST /api/logistics/previews").body()).contains("\"oldRank\":6", "\"newRank\":8");
    }

    @Test
    void whoTypesSomebodyNewMeansThemAndFindsTheFormOpenAgain() throws Exception {
        services.says(
                "POST /api/delegations/" + Story.BUSAN_AT_HEF + "/head",
                422,
                "{\"errors\":[{\"pointer\":\"/member/rank\",\"message\":\"The rank is missing.\"}]}");
        pages.perform(post("/delegations/" + Story.BUSAN_AT_HEF + "/head")
                        .with(organiser())
                        .param("lang", "en")
                        .param("person.passportName", "KANG MIN-HO")
                        .param("confirmed", "true"))
                .andExpect(content()
                        .string(allOf(
                                containsString("<details class=\"more-acts\" open=\"open\">"),
                                containsString("value=\"KANG MIN-HO\""),
                                containsString("href=\"#f-rank\""))));
    }

    @ParameterizedTest
    @CsvSource({"2, true", "8, false"})
    void aHigherRankThanAnyBeforeAsksThePermitAgain(int rank, boolean asked) throws Exception {
        services.says("GET /api/events/" + Story.HEF + "/permit", """
                {"eventId":"%s","version":3,"state":"granted","authority":"competent-person","fileBy":"2026-10-26",
                 "ruleSet":"QĐ 06/2020/QĐ-TTg","source":"Điều 7","highestRank":6,"topics":[],"possibleTopics":[],
                 "submittedOn":"2026-10-01","waiver":null,"decision":null,"reason":null,"gap":null,
                 "complete":true,"answerDays":15,"papers":[],"materials":[],"consultations":[]}
                """.formatted(Story.HEF));
        String page = pages.perform(post("/delegations/" + Story.BUSAN_AT_HEF + "/head")
                        .with(organiser())
                        .param("lang", "en")
                        .param("memberId", "new")
                        .param("person.passportName", "KANG MIN-HO")
                        .param("rank", Integer.toString(rank)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.contains("a higher authority may have to give it")).isEqualTo(asked);
        assertThat(page).doesNotContain("class=\"mend\"");
    }

    /** As the service tells it: everybody who was in it has the state of its end. */
    @Test
    void aWithdrawnDelegationStillShowsWhoWasInIt() throws Exception {
        ObjectNode busan =
                (ObjectNode) JsonMapper.shared().readTree(new ClassPathResource("answers/busan.json").getInputStream());
        busan.put("state", "withdrawn").putArray("may");
        ArrayNode members = (ArrayNode) busan.get("members");
        members.forEach(member -> ((ObjectNode) member).put("state", "withdrawn"));
        ((ArrayNode) busan.get("formerMembers")).addAll(members);
        busan.putArray("members");
        services.insteadSays("GET /api/delegations/" + Story.BUSAN_AT_HEF, 200, busan.toString());
        pages.perform(get("/delegations/" + Story.BUSAN_AT_HEF)
                        .with(staff("delegation-officer"))
                        .param("lang", "en"))
                .andExpect(content().string(allOf(containsString("Kang Min-Ho"), not(containsString("nobody yet")))));
    }

    @Test
    void theWayToAnEndSaysWhoEnds() throws Exception {
        pages.perform(get("/delegations/" + Story.BUSAN_AT_HEF + "/withdrawal")
                        .with(organiser())
                        .param("lang", "en"))
                .andExpect(
                        content().string(containsString("<title>Busan Metropolitan City withdraws · Hội Ngộ</title>")));
    }

    @Test
    void confirmingDoesIt() throws Exception {
        services.saysFile("POST /api/delegations/" + Story.BUSAN_AT_HEF + "/head", "busan.json");
        pages.perform(post("/delegations/" + Story.BUSAN_AT_HEF + "/head")
                        .with(organiser())
                        .param("memberId", "019a0000-0000-7000-8000-000000000043")
                        .param("confirmed", "true"))
                .andExpect(redirectedUrl("/delegations/" + Story.BUSAN_AT_HEF + "?done=head-replaced"));
    }

    @Test
    void aRefusalIsSaidOnThePageInTheServicesWords() throws Exception {
        services.says(
                "POST /api/delegations/" + Story.LYON_AT_HEF + "/approval",
                409,
                "{\"type\":\"/problems/over-quota\",\"detail\":\"Lyon has 13 members, 12 are allowed.\"}");
        pages.perform(post("/delegations/" + Story.LYON_AT_HEF + "/approval").with(staff("delegation-officer")))
                .andExpect(content().string(containsString("Lyon has 13 members, 12 are allowed.")));
    }

    @Test
    void askingForChangesNeedsWords() throws Exception {
        pages.perform(post("/delegations/" + Story.LYON_AT_HEF + "/change-requests")
                        .with(staff("delegation-officer"))
                        .param("lang", "en"))
                .andExpect(content().string(containsString("Please say what is needed.")));
        assertThat(services.asked("POST /api/delegations/" + Story.LYON_AT_HEF + "/change-requests"))
                .isEmpty();
    }
}
