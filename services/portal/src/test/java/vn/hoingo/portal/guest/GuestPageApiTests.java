package vn.hoingo.portal.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.portal.Readers.staff;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.portal.PageTest;
import vn.hoingo.portal.RecordingServices;
import vn.hoingo.portal.Story;

@PageTest
class GuestPageApiTests {

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
    void guestsHaveNamesAndSeatsHaveLimits() throws Exception {
        pages.perform(get("/guests").with(staff("protocol-officer")).param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("H.E. Claire Dubois"),
                                containsString("318 / 300"),
                                containsString("Hans Keller"))));
    }

    @Test
    void withoutNamesThePageReadsOn() throws Exception {
        services.insteadSays("GET /api/delegations/people", 503, "{}");
        pages.perform(get("/guests").with(staff("protocol-officer")).param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("a guest, name not to hand")));
    }

    @Test
    void somebodyNewBecomesAPersonThenAGuest() throws Exception {
        services.says(
                        "POST /api/delegations/people",
                        201,
                        "{\"id\":\"" + Story.BUSAN + "\",\"passportName\":\"Claire Dubois\"}")
                .saysFile("POST /api/invitations", "invitation.json");
        pages.perform(post("/guests/invite")
                        .with(staff("protocol-officer"))
                        .param("personId", "new")
                        .param("passportName", "Claire Dubois")
                        .param("activityId", Story.DINNER)
                        .param("seats", "2")
                        .param("priority", "5"))
                .andExpect(redirectedUrl("/invitations/" + Story.INVITATION + "?done=invited"));
        assertThat(services.only("POST /api/invitations").body()).contains(Story.BUSAN, "\"seats\":2");
    }

    @Test
    void aLetterIsShownAsItsReaderSeesIt() throws Exception {
        pages.perform(get("/letters/" + Story.LETTER)
                        .with(staff("protocol-officer"))
                        .param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Your Excellency,"),
                                containsString("It is held until somebody has read it."))));
        pages.perform(get("/letters/" + Story.LETTER + "/as-read").with(staff("protocol-officer")))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")));
    }
}
