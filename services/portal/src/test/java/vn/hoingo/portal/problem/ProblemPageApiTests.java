package vn.hoingo.portal.problem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.portal.Readers.organiser;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.portal.PageTest;
import vn.hoingo.portal.RecordingServices;
import vn.hoingo.portal.Story;

@PageTest
class ProblemPageApiTests {

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
    void aPageThatIsNotThereSaysSoInTheReadersLanguage() throws Exception {
        pages.perform(get("/nowhere").with(organiser()).param("lang", "vi"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("Không có trang này")));
        pages.perform(get("/nowhere").with(organiser()).param("lang", "en"))
                .andExpect(content().string(containsString("This page is not here")));
    }

    @Test
    void aServiceThatIsAwayOffersToTryAgain() throws Exception {
        services.insteadSays("GET /api/events", 503, "{}");
        pages.perform(get("/events").with(organiser()).param("lang", "en"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().string(containsString("Try again")));
    }

    @Test
    void whoIsNotSignedInComesBackToTheSamePage() throws Exception {
        pages.perform(get("/events").param("q", "hef"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", containsString("/sign-in?returnTo=")));
    }

    @Test
    void theLanguageSwitchLeadsOnlyToOurOwnPages() throws Exception {
        pages.perform(get("/language").param("lang", "en").param("returnTo", "/events?q=hef"))
                .andExpect(redirectedUrl("/events?q=hef"));
        for (String elsewhere : List.of("https://evil.example/", "//evil.example", "/\\evil.example")) {
            pages.perform(get("/language").param("lang", "en").param("returnTo", elsewhere))
                    .andExpect(redirectedUrl("/"));
        }
    }

    @Test
    void nothingInlineMayRun() throws Exception {
        pages.perform(get("/events").with(organiser()))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(containsString("default-src 'self'"), not(containsString("unsafe")))));
    }
}
