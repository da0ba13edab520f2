package vn.hoingo.portal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.portal.Readers.organiser;
import static vn.hoingo.portal.Readers.partner;
import static vn.hoingo.portal.Readers.staff;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.portal.PageTest;
import vn.hoingo.portal.RecordingServices;
import vn.hoingo.portal.Story;

@PageTest
class DoorPageApiTests {

    private static final String POINT = "019a0000-0000-7000-8000-0000000000d1";
    private static final String POINTS = "/api/delegations/check-in/points";
    private static final String HEAD = "019a0000-0000-7000-8000-000000000041";

    @Autowired
    MockMvc pages;

    @Autowired
    RecordingServices services;

    @BeforeEach
    void aDoorOfThePlenary() {
        services.forget();
        Story.tell(services);
        String point = """
                {"id": "%s", "eventId": "%s", "name": {"vi": "Cửa chính hội trường", "en": "Main door of the hall"}, "zone": "plenary", "version": 1}
                """.formatted(POINT, Story.HEF);
        services.says("GET " + POINTS, "{\"items\": [" + point + "]}")
                .says("GET " + POINTS + "/" + POINT, point)
                .says("GET /api/delegations/accreditations", """
                        {"items": [{"id": "019a0000-0000-8000-8000-0000000000c1", "eventId": "%s", "delegationId": "%s", "memberId": "%s",
                         "name": "Kang Min-ho", "kind": "head", "partnerName": {"vi": "Busan", "en": "Busan Metropolitan City"},
                         "number": "7K3M-9QXA", "issue": 1, "state": "issued", "zones": ["general", "plenary"], "inside": [],
                         "issuedAt": "2026-11-20T03:00:00Z", "version": 1}], "next": null}
                        """.formatted(Story.HEF, Story.BUSAN_AT_HEF, HEAD));
    }

    private static String said(String answer, String more) {
        return """
                {"answer": "%s", "direction": "in", "zone": "plenary", "at": "2026-11-25T01:45:00Z"%s,
                 "bearer": {"accreditationId": "019a0000-0000-8000-8000-0000000000c1", "delegationId": "%s", "number": "7K3M-9QXA",
                  "name": "Kang Min-ho", "kind": "head", "partnerName": {"vi": "Busan", "en": "Busan Metropolitan City"},
                  "zones": ["general", "plenary"]}}
                """.formatted(answer, more, Story.BUSAN_AT_HEF);
    }

    @Test
    void whoStandsAtADoorChoosesItAndSetsNoneUp() throws Exception {
        pages.perform(get("/door").param("event", Story.HEF).param("lang", "en").with(staff("check-in")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Main door of the hall"),
                                containsString("/door/" + POINT),
                                not(containsString("Set up a door")))));
        pages.perform(get("/door").param("event", Story.HEF).param("lang", "en").with(organiser()))
                .andExpect(content().string(containsString("Set up a door")));
    }

    @Test
    void anAdmittedDelegateIsNamedAndTheFieldIsFreeForTheNext() throws Exception {
        services.says("POST " + POINTS + "/" + POINT + "/decisions", said("admitted", ""));
        pages.perform(post("/door/" + POINT)
                        .param("lang", "en")
                        .param("badge", "7k3m-9qxa")
                        .param("direction", "in")
                        .with(staff("check-in")))
                .andExpect(content()
                        .string(allOf(
                                containsString("verdict ok"),
                                containsString("Admitted"),
                                containsString("Kang Min-ho"),
                                not(containsString("value=\"7k3m-9qxa\"")))));
        assertThat(services.only("POST " + POINTS + "/" + POINT + "/decisions").body())
                .contains("7k3m-9qxa", "\"in\"");
    }

    @Test
    void whoIsAlreadyInsideIsToldSinceWhenInTheClockOfTheVenue() throws Exception {
        services.says(
                "POST " + POINTS + "/" + POINT + "/decisions",
                said(
                        "already-inside",
                        ", \"since\": \"2026-11-25T01:42:10Z\", \"sincePoint\": {\"vi\": \"Cửa phụ\", \"en\": \"Side door\"}"));
        pages.perform(post("/door/" + POINT)
                        .param("lang", "en")
                        .param("badge", "7K3M-9QXA")
                        .with(staff("check-in")))
                .andExpect(content()
                        .string(allOf(
                                containsString("verdict wait"),
                                containsString("inside since 08:42"),
                                containsString("Side door"))));
    }

    @Test
    void aRevokedBadgeSaysWhatToDo() throws Exception {
        services.says("POST " + POINTS + "/" + POINT + "/decisions", said("revoked", ""));
        pages.perform(post("/door/" + POINT)
                        .param("lang", "vi")
                        .param("badge", "7K3M-9QXA")
                        .with(staff("check-in")))
                .andExpect(content()
                        .string(allOf(
                                containsString("verdict risk"),
                                containsString("Thẻ đã thu hồi"),
                                containsString("Vui lòng gọi bàn lễ tân"))));
    }

    @Test
    void aDelegationIsCheckedInByItsList() throws Exception {
        services.says(
                "POST " + POINTS + "/" + POINT + "/delegation-decisions",
                "{\"items\": [" + said("admitted", "") + "]}");
        pages.perform(get("/door/" + POINT + "/delegations/" + Story.BUSAN_AT_HEF)
                        .param("lang", "en")
                        .with(staff("check-in")))
                .andExpect(content().string(allOf(containsString("Who is here?"), containsString(HEAD))));
        pages.perform(post("/door/" + POINT + "/delegations/" + Story.BUSAN_AT_HEF)
                        .param("lang", "en")
                        .param("memberIds", HEAD)
                        .param("direction", "in")
                        .with(staff("check-in")))
                .andExpect(content().string(containsString("What the door said")));
        assertThat(services.only("POST " + POINTS + "/" + POINT + "/delegation-decisions")
                        .body())
                .contains(HEAD);
    }

    @Test
    void aPartnerHasNoDoor() throws Exception {
        pages.perform(get("/door").with(partner())).andExpect(status().isForbidden());
    }
}
