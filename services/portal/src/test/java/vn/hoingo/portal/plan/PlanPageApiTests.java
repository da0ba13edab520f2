package vn.hoingo.portal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
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
class PlanPageApiTests {

    private static final String PAGE = "/events/" + Story.HEF + "/plan";
    private static final String API = "/api/events/" + Story.HEF + "/deadlines";

    @Autowired
    MockMvc pages;

    @Autowired
    RecordingServices services;

    @BeforeEach
    void aPlanWithOneThingOverdue() {
        services.forget();
        Story.tell(services);
        services.saysFile("GET " + API, "hef-plan.json")
                .says("GET /api/events/" + Story.HEF + "/permit", """
                {"eventId": "%s", "version": 2, "state": "granted", "authority": "prime-minister", "fileBy": "2026-10-16",
                 "ruleSet": "06/2020/QĐ-TTg", "source": "Quyết định 06/2020/QĐ-TTg", "highestRank": 3, "topics": [],
                 "possibleTopics": [], "papers": [], "materials": [], "complete": true, "answerDays": 15, "consultations": []}
                """.formatted(Story.HEF));
    }

    @Test
    void whatIsToBeDoneByWhenIsReadInOrderWithWhatIsOverdue() throws Exception {
        pages.perform(get(PAGE).param("lang", "en").with(organiser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("1 of 6 settled"),
                                containsString("1 overdue"),
                                containsString("overdue"),
                                containsString("Next: Seating and order of precedence approved"),
                                containsString("Done by Tuấn Lê"),
                                containsString("10 days before the first day"),
                                containsString("instead of Sunday 15 November 2026 (weekend)"),
                                containsString("(day in lieu)"),
                                containsString("set by law: Quyết định 06/2020/QĐ-TTg"),
                                containsString("not a period set by law"))));
        pages.perform(get(PAGE).param("lang", "vi").with(organiser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Đã xong 1 trên 6 việc"),
                                containsString("Sau sự kiện"),
                                containsString("15 ngày sau ngày bế mạc"),
                                containsString("thay cho Chủ nhật 15.11.2026 (cuối tuần)"))));
    }

    @Test
    void theDossierOfThePermitStandsWhereItsDayIs() throws Exception {
        pages.perform(get(PAGE).param("lang", "en").with(organiser()))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Guest list approved",
                                "File the dossier of the permit",
                                "Cars and interpreters for every delegation")));
    }

    @Test
    void everyoneHasButtonsForWhatIsTheirs() throws Exception {
        pages.perform(get(PAGE).with(staff("dispatcher")))
                .andExpect(content()
                        .string(allOf(
                                containsString("/plan/cars-and-interpreters/completion"),
                                not(containsString("/plan/seating/completion")))));
        pages.perform(get(PAGE).with(staff("auditor"))).andExpect(content().string(not(containsString("/completion"))));
        pages.perform(get(PAGE).with(partner())).andExpect(status().isForbidden());
    }

    @Test
    void oneDeadlineSaysWhyItIsThatDayAndWhoIsReminded() throws Exception {
        pages.perform(get(PAGE + "/badges").param("lang", "en").with(organiser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("3 days before the first day"),
                                containsString("Labour Code"),
                                containsString("20 November 2026, 08:00"),
                                containsString("delegation officer"))));
        pages.perform(get(PAGE + "/weather").with(organiser())).andExpect(status().isNotFound());
    }

    @Test
    void whatIsDoneIsSaid() throws Exception {
        services.saysFile("POST " + API + "/seating/completion", "hef-plan.json");
        pages.perform(post(PAGE + "/seating/completion").with(organiser()).param("note", "bản 4"))
                .andExpect(redirectedUrl(PAGE + "?done=deadline-completion"));
        assertThat(services.only("POST " + API + "/seating/completion").body()).contains("bản 4");
    }

    @Test
    void whatIsNotNeededAsksForAReasonAtItsField() throws Exception {
        services.says(
                "POST " + API + "/badges/setting-aside",
                422,
                "{\"type\":\"/problems/invalid\",\"errors\":[{\"pointer\":\"/reason\",\"message\":\"Cần có.\"}]}");
        pages.perform(post(PAGE + "/badges/setting-aside").with(organiser()).param("reason", ""))
                .andExpect(content().string(allOf(containsString("f-reason-wrong"), containsString("Cần có."))));
    }
}
