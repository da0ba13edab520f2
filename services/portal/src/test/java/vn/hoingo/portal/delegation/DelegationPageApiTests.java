package vn.hoingo.portal.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static vn.hoingo.portal.Readers.organiser;
import static vn.hoingo.portal.Readers.staff;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
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
