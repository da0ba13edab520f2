package vn.hoingo.portal.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static vn.hoingo.portal.Readers.staff;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.portal.PageTest;
import vn.hoingo.portal.RecordingServices;
import vn.hoingo.portal.Story;

@PageTest
class ArrivalPageApiTests {

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
    void theProblemAndItsWaysOutStandOnTop() throws Exception {
        String page = pages.perform(get("/arrivals")
                        .param("date", "2026-11-25")
                        .param("lang", "en")
                        .with(staff("dispatcher")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "QH 0301 is 2 hours late.",
                        "Osaka would miss the opening at 09:00.",
                        "Guangzhou has no interpreter.");
        assertThat(page.indexOf("straight to the hall")).isPositive().isLessThan(page.indexOf("class=\"board\""));
    }

    /** What the service says of a party whose event was moved: all is booked, a person has to look. */
    @Test
    void whoOnlyHasToBeLookedAtLacksNothing() throws Exception {
        String osaka = new ClassPathResource("answers/osaka-arrival.json")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\"atRisk\": true", "\"atRisk\": false")
                .replace("\"tentative\": false", "\"tentative\": true")
                .replace("flight-changed", "event-rescheduled");
        services.insteadSays("GET /api/logistics/arrivals", 200, "{\"items\":[" + osaka + "]}")
                .insteadSays("GET /api/logistics/arrivals/" + Story.OSAKA_ARRIVAL + "/ways-out", 200, "{\"items\":[]}");
        pages.perform(get("/arrivals")
                        .param("date", "2026-11-25")
                        .param("lang", "en")
                        .with(staff("dispatcher")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Nothing is missing"),
                                not(containsString("No way was found")),
                                not(containsString("would miss")))));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25T08:10, false", "2026-11-17T08:10, true", "2026-11-16T08:10, true"})
    void thatTheyLandedIsSaidFromTheDayBeforeOn(String lands, boolean offered) throws Exception {
        String osaka = new ClassPathResource("answers/osaka-arrival.json")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\"lands\": \"2026-11-25T08:10\"", "\"lands\": \"" + lands + "\"");
        services.insteadSays("GET /api/logistics/arrivals/" + Story.OSAKA_ARRIVAL, 200, osaka);
        String page = pages.perform(get("/arrivals/" + Story.OSAKA_ARRIVAL).with(staff("dispatcher")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.contains("/landing\"")).isEqualTo(offered);
        assertThat(page.contains("/completion\"")).isEqualTo(offered);
    }

    @Test
    void takingAWayOutSendsWhatTheServiceOffered() throws Exception {
        pages.perform(post("/arrivals/" + Story.OSAKA_ARRIVAL + "/way-out")
                        .with(staff("dispatcher"))
                        .param("kind", "join-later"))
                .andExpect(redirectedUrl("/arrivals/" + Story.OSAKA_ARRIVAL + "?done=arrival-way-out"));
        assertThat(services.only("POST /api/logistics/arrivals/" + Story.OSAKA_ARRIVAL + "/way-out")
                        .body())
                .isEqualTo("{\"kind\":\"join-later\"}");
    }

    @Test
    void aCarThatIsTakenIsRefusedInWords() throws Exception {
        services.says(
                "POST /api/logistics/arrivals/" + Story.OSAKA_ARRIVAL + "/vehicle",
                409,
                "{\"type\":\"/problems/already-booked\",\"detail\":\"Van 12 drives Busan until 06:48.\"}");
        pages.perform(post("/arrivals/" + Story.OSAKA_ARRIVAL + "/vehicle")
                        .with(staff("dispatcher"))
                        .param("vehicle", "019a0000-0000-7000-8000-000000000301"))
                .andExpect(content().string(containsString("Van 12 drives Busan until 06:48.")));
    }
}
