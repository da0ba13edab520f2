package vn.hoingo.portal.colleague;

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

@PageTest
class ColleaguePageApiTests {

    private static final String MINH = "01980000-0000-7000-8000-0000000000c1";

    @Autowired
    MockMvc pages;

    @Autowired
    RecordingServices services;

    @BeforeEach
    void oneColleague() {
        services.forget();
        services.says(
                "GET /api/identity/colleagues",
                200,
                "{\"items\":[{\"id\":\"" + MINH + "\",\"name\":\"Trần Minh\",\"email\":\"minh@hoingo.example\","
                        + "\"roles\":[\"dispatcher\"],\"locale\":\"vi\",\"closed\":true}]}");
    }

    @Test
    void anOrganiserSeesWhoMayDoWhat() throws Exception {
        pages.perform(get("/colleagues").param("lang", "en").with(organiser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Trần Minh"), containsString("dispatcher"), containsString("closed"))));
    }

    @Test
    void aColleagueIsInvitedWithRoles() throws Exception {
        services.says("POST /api/identity/invitations", 201, "{}");
        pages.perform(post("/colleagues")
                        .with(organiser())
                        .param("name", "Đặng Quyên")
                        .param("email", "quyen@hoingo.example")
                        .param("roles", "dispatcher", "check-in")
                        .param("locale", "vi"))
                .andExpect(redirectedUrl("/colleagues?done=colleague-invited"));
        assertThat(services.only("POST /api/identity/invitations").body())
                .contains("\"roles\":[\"dispatcher\",\"check-in\"]", "Đặng Quyên");
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndNothingTypedIsLost() throws Exception {
        services.says(
                "POST /api/identity/invitations",
                422,
                "{\"type\":\"/problems/invalid\",\"errors\":[{\"pointer\":\"/roles\",\"message\":\"At least one role.\"}]}");
        pages.perform(post("/colleagues")
                        .with(organiser())
                        .param("name", "Đặng Quyên")
                        .param("locale", "vi"))
                .andExpect(content().string(allOf(containsString("At least one role."), containsString("Đặng Quyên"))));
    }

    @Test
    void rolesAreChangedAndTheAccountIsClosed() throws Exception {
        services.says(
                "PUT /api/identity/colleagues/" + MINH,
                200,
                "{\"id\":\"" + MINH
                        + "\",\"name\":\"Trần Minh\",\"email\":\"m\",\"roles\":[],\"locale\":\"vi\",\"closed\":true}");
        pages.perform(post("/colleagues/" + MINH)
                        .with(organiser())
                        .param("roles", "auditor")
                        .param("closed", "true"))
                .andExpect(redirectedUrl("/colleagues?done=colleague-changed"));
        assertThat(services.only("PUT /api/identity/colleagues/" + MINH).body())
                .contains("\"roles\":[\"auditor\"]", "\"closed\":true");
    }

    @Test
    void nobodyElseGivesRoles() throws Exception {
        pages.perform(get("/colleagues").with(staff("delegation-officer"))).andExpect(status().isForbidden());
    }
}
