package vn.hoingo.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.portal.Readers.organiser;
import static vn.hoingo.portal.Readers.partner;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.portal.PageTest;
import vn.hoingo.portal.RecordingServices;
import vn.hoingo.portal.Story;

@PageTest
class DeskPageApiTests {

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
    void theDeskComesAtOnceAndItsPartsLater() throws Exception {
        pages.perform(get("/desk").with(organiser()).param("lang", "vi"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Chào buổi sáng, Phạm Lan"),
                                containsString("hx-get=\"/desk/tasks/delegations\""),
                                containsString("Thứ Hai 16.11.2026"))));
        assertThat(services.asked("GET /api/delegations/tasks")).isEmpty();
    }

    @Test
    void aServiceThatIsAwayIsOneLineAndNotAnErrorPage() throws Exception {
        pages.perform(get("/desk/tasks/operations")
                        .with(organiser())
                        .header("HX-Request", "true")
                        .param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("does not answer at the moment"), not(containsString("<html")))));
    }

    @Test
    void withoutScriptsTheWholeIsGatheredByDueDay() throws Exception {
        String page = pages.perform(
                        get("/desk").with(organiser()).param("whole", "").param("lang", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.indexOf("QH 0301 is two hours late")).isPositive().isLessThan(page.indexOf("Lyon sent"));
        assertThat(page).contains("318 / 300", "18 over", "does not answer at the moment");
    }

    @Test
    void theReadersTokenAndLanguageArePassedOn() throws Exception {
        pages.perform(get("/desk/tasks/delegations").with(organiser()).param("lang", "en"));
        assertThat(services.only("GET /api/delegations/tasks").header("Authorization"))
                .startsWith("Bearer ");
        assertThat(services.only("GET /api/delegations/tasks").header("Accept-Language"))
                .isEqualTo("en");
    }

    @Test
    void aPartnerIsTakenToItsDelegations() throws Exception {
        pages.perform(get("/").with(partner())).andExpect(redirectedUrl("/register"));
    }
}
