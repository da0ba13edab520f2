package vn.hoingo.portal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
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
class EventPageApiTests {

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
    void theProgrammeShowsTimesWithTheirZone() throws Exception {
        pages.perform(get("/events/" + Story.HEF).with(organiser()).param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("25–27 November 2026"),
                                containsString("Ho Chi Minh City time (UTC+7)"),
                                containsString("09:00–11:30"),
                                containsString("Permitted by decision 1234/UBND-NV of 12 October 2026"))));
    }

    @Test
    void whoMayOnlyReadSeesNoActs() throws Exception {
        pages.perform(get("/events/" + Story.HEF).with(staff("auditor")))
                .andExpect(content().string(not(containsString("/registration-closing"))));
    }

    @Test
    void theNextEditionShowsItsDatesBeforeItExists() throws Exception {
        pages.perform(get("/events/" + Story.FD + "/clone")
                        .param("day0", "2026-12-08")
                        .param("lang", "en")
                        .with(organiser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Tuesday 8 December 2026"),
                                containsString("8 December 2026, 18:30"),
                                containsString("value=\"Đối thoại Hữu nghị lần 3\""),
                                containsString("Its number was counted on"))));
        assertThat(services.asked("POST /api/events/" + Story.FD + "/clones")).isEmpty();
    }

    @Test
    void anErrorOfTheServiceStandsAtItsFieldAndNothingTypedIsLost() throws Exception {
        services.says(
                "POST /api/events/activities",
                422,
                "{\"type\":\"/problems/invalid\",\"errors\":[{\"pointer\":\"/activity/window/end\",\"message\":\"It must end after it begins.\"}]}");
        pages.perform(post("/events/" + Story.HEF + "/activities/new")
                        .with(organiser())
                        .param("name.vi", "Hội thảo cảng biển")
                        .param("name.en", "Ports seminar")
                        .param("kind", "session")
                        .param("window.start", "2026-11-26T10:00")
                        .param("window.end", "2026-11-26T09:00")
                        .param("capacity", "80")
                        .param("admission", "open"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Hội thảo cảng biển\""),
                                containsString("value=\"2026-11-26T09:00\""),
                                containsString("href=\"#f-window-end\""),
                                containsString("It must end after it begins."))));
    }

    @Test
    void aDeadlineThatCannotBeIsSaidAtItsField() throws Exception {
        services.says(
                "POST /api/events/" + Story.HEF + "/registration",
                409,
                "{\"type\":\"/problems/registration-closes-in-the-past\",\"detail\":\"The registration deadline 1 May 2026, 17:00"
                        + " (GMT+7) is in the past.\"}");
        pages.perform(post("/events/" + Story.HEF + "/registration")
                        .with(organiser())
                        .param("lang", "en")
                        .param("closesAt", "2026-05-01T17:00")
                        .param("membersPerDelegation", "12"))
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#f-closesAt\""),
                                stringContainsInOrder(
                                        "id=\"f-closesAt\"", "value=\"2026-05-01T17:00\"", "is in the past."))));
    }

    @Test
    void aStaleEditShowsBothVersions() throws Exception {
        services.says("PUT /api/events/activities/" + Story.DINNER, 412, "{\"type\":\"/problems/stale-edit\"}");
        pages.perform(post("/events/" + Story.HEF + "/activities/" + Story.DINNER)
                        .with(organiser())
                        .param("lang", "en")
                        .param("version", "1")
                        .param("name.en", "Gala dinner")
                        .param("name.vi", "Tiệc")
                        .param("capacity", "250"))
                .andExpect(content()
                        .string(allOf(
                                containsString("What the other person saved:"),
                                containsString("Welcome dinner"),
                                containsString("value=\"Gala dinner\""),
                                containsString("name=\"version\" value=\"2\""))));
    }

    @Test
    void newDatesSayWhatFollowsBeforeAnythingHappens() throws Exception {
        pages.perform(post("/events/" + Story.HEF + "/reschedule")
                        .with(organiser())
                        .param("lang", "en")
                        .param("window.start", "2026-12-01T08:00")
                        .param("window.end", "2026-12-03T17:00")
                        .param("window.zone", "Asia/Ho_Chi_Minh"))
                .andExpect(content().string(containsString("31 invitations are sent again")))
                .andExpect(content().string(containsString("2 delegations confirm their travel")));
        assertThat(services.asked("POST /api/events/" + Story.HEF + "/rescheduling"))
                .isEmpty();
    }

    @Test
    void oneFilledFormHasOneKeyHoweverOftenItIsSent() throws Exception {
        services.saysFile("POST /api/events", "hef.json");
        for (int i = 0; i < 2; i++) {
            pages.perform(post("/events/new")
                            .with(organiser())
                            .param("once", "k-1")
                            .param("template", "hef")
                            .param("day0", "2027-11-25")
                            .param("edition", "2027"))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(services.asked("POST /api/events"))
                .extracting(asked -> asked.header("Idempotency-Key"))
                .containsOnly("k-1");
    }
}
