package vn.hoingo.portal.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
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
class AccreditationPageApiTests {

    private static final String PAGE = "/delegations/" + Story.BUSAN_AT_HEF + "/accreditation";
    private static final String BADGE = "019a0000-0000-8000-8000-0000000000c1";
    private static final String ISSUING = "POST /api/delegations/" + Story.BUSAN_AT_HEF + "/accreditations";

    @Autowired
    MockMvc pages;

    @Autowired
    RecordingServices services;

    @BeforeEach
    void theHeadHasABadge() {
        services.forget();
        Story.tell(services);
        services.says("GET /api/delegations/accreditations", "{\"items\": [" + badge("issued") + "], \"next\": null}");
    }

    private static String badge(String state) {
        return """
                {"id": "%s", "eventId": "%s", "delegationId": "%s", "memberId": "019a0000-0000-7000-8000-000000000041",
                 "name": "Kang Min-ho", "kind": "head", "partnerName": {"vi": "Busan", "en": "Busan Metropolitan City"},
                 "number": "7K3M-9QXA", "issue": 2, "state": "%s", "zones": ["general", "plenary"], "inside": [],
                 "issuedAt": "2026-11-20T03:00:00Z", "version": 1}
                """.formatted(BADGE, Story.HEF, Story.BUSAN_AT_HEF, state);
    }

    @Test
    void whoHasABadgeAndWhoHasNoneIsSeen() throws Exception {
        pages.perform(get(PAGE).param("lang", "en").with(staff("protocol-officer")))
                .andExpect(content()
                        .string(allOf(
                                containsString("7K3M-9QXA"),
                                containsString("issue 2"),
                                containsString("no badge"),
                                containsString("plenary hall"))));
    }

    @Test
    void badgesAreIssuedForTheZonesThatWereChosen() throws Exception {
        services.says(ISSUING, "{\"items\": [" + badge("issued") + "]}");
        pages.perform(post(PAGE).param("zones", "general", "vip").with(organiser()))
                .andExpect(redirectedUrl(PAGE + "?done=badge-issued"));
        assertThat(services.only(ISSUING).body()).contains("general", "vip");
    }

    @Test
    void aRefusalIsSaidOnThePage() throws Exception {
        services.says(
                ISSUING,
                409,
                "{\"type\":\"/problems/delegation-not-approved\",\"detail\":\"The delegation is not approved.\"}");
        pages.perform(post(PAGE).param("zones", "general").with(organiser()))
                .andExpect(content().string(containsString("The delegation is not approved.")));
    }

    @Test
    void revokingNeedsAReason() throws Exception {
        pages.perform(post(PAGE + "/" + BADGE + "/revocation")
                        .param("lang", "en")
                        .with(organiser()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("mend")));
        services.says("POST /api/delegations/accreditations/" + BADGE + "/revocation", badge("revoked"));
        pages.perform(post(PAGE + "/" + BADGE + "/revocation")
                        .param("reason", "vetting")
                        .with(organiser()))
                .andExpect(redirectedUrl(PAGE + "/" + BADGE + "?done=badge-revocation"));
    }

    @Test
    void whoStandsAtTheDoorIssuesNothing() throws Exception {
        pages.perform(get(PAGE).with(staff("check-in"))).andExpect(status().isForbidden());
    }
}
