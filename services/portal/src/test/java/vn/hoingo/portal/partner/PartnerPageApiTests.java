package vn.hoingo.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static vn.hoingo.portal.Readers.organiser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.portal.PageTest;
import vn.hoingo.portal.RecordingServices;
import vn.hoingo.portal.Story;

@PageTest
class PartnerPageApiTests {

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
    void theFocalPointGetsALinkThatLeadsToTheRegistration() throws Exception {
        services.says("POST /api/identity/invitations", 201, "{\"id\":\"" + Story.BUSAN + "\",\"state\":\"open\"}");
        pages.perform(post("/partners/" + Story.BUSAN + "/focal-point")
                        .with(organiser())
                        .param("name", "Kim Ji-ah")
                        .param("email", "jiah@busan.example")
                        .param("locale", "en")
                        .param("event", Story.HEF))
                .andExpect(redirectedUrl("/partners/" + Story.BUSAN + "?done=focal-point-invited"));
        assertThat(services.only("POST /api/identity/invitations").body())
                .contains("/register?event=" + Story.HEF, "\"partnerId\":\"" + Story.BUSAN + "\"");
    }

    @Test
    void theFieldFindsInEveryServiceAtOnce() throws Exception {
        pages.perform(get("/search").param("q", "busan").param("lang", "en").with(organiser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("/partners/" + Story.BUSAN), containsString("/events/" + Story.HEF))));
    }
}
