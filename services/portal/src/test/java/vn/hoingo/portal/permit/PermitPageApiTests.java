package vn.hoingo.portal.permit;

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
class PermitPageApiTests {

    private static final String PAGE = "/events/" + Story.FD + "/permit";
    private static final String API = "/api/events/" + Story.FD + "/permit";

    @Autowired
    MockMvc pages;

    @Autowired
    RecordingServices services;

    @BeforeEach
    void aMinisterComes() {
        services.forget();
        Story.tell(services);
        services.says("GET " + API, 200, permit("not-started"));
    }

    private static String permit(String state) {
        return """
                {"eventId": "%s", "version": 2, "state": "%s", "authority": "prime-minister", "fileBy": "2026-08-14",
                 "ruleSet": "06/2020/QĐ-TTg", "source": "Quyết định 06/2020/QĐ-TTg", "highestRank": 3, "topics": [],
                 "possibleTopics": ["religion", "security"]}
                """.formatted(Story.FD, state);
    }

    @Test
    void whoPermitsByWhenAndWhyIsSaid() throws Exception {
        pages.perform(get(PAGE).param("lang", "en").with(organiser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("the Prime Minister"),
                                containsString("minister"),
                                containsString("14 August 2026"),
                                containsString("Quyết định 06/2020/QĐ-TTg"))));
    }

    @Test
    void aLateDossierIsRefusedWithTheReasonAndKeepsWhatWasTyped() throws Exception {
        services.says(
                "POST " + API + "/dossier",
                409,
                "{\"type\":\"/problems/filed-too-late\",\"detail\":\"The last day was 2026-08-14.\"}");
        pages.perform(post(PAGE + "/dossier").with(organiser()).param("submittedOn", "2026-08-20"))
                .andExpect(content().string(allOf(containsString("The last day was"), containsString("2026-08-20"))));
    }

    @Test
    void aDecisionIsRecorded() throws Exception {
        services.says("POST " + API + "/grant", 200, permit("granted"));
        pages.perform(post(PAGE + "/grant")
                        .with(organiser())
                        .param("decisionNumber", "1234/UBND-NV")
                        .param("decidedOn", "2026-08-20"))
                .andExpect(redirectedUrl(PAGE + "?done=permit-grant"));
        assertThat(services.only("POST " + API + "/grant").body()).contains("1234/UBND-NV", "2026-08-20");
    }

    @Test
    void whoOnlyLooksSeesNoForm() throws Exception {
        pages.perform(get(PAGE).with(staff("auditor"))).andExpect(content().string(not(containsString("/dossier"))));
    }
}
