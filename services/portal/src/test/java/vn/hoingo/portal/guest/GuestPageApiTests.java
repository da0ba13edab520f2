package vn.hoingo.portal.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.portal.Readers.staff;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
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
        services.says("POST /api/delegations/people/likenesses", "{\"items\": []}");
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
    void somebodyWhomWeMayKnowIsAskedAboutBeforeTheyAreInvitedTwice() throws Exception {
        services.says("POST /api/delegations/people/likenesses", """
                {"items": [{"person": {"id": "%s", "passportName": "DUBOIS CLAIRE", "function": "Consul General"},
                            "because": "same-words", "reason": "the same words in another order"}]}
                """.formatted(Story.BUSAN));
        services.says("POST /api/delegations/people", 201, "{\"id\":\"" + Story.LETTER + "\",\"passportName\":\"X\"}");
        services.saysFile("POST /api/invitations", "invitation.json");

        pages.perform(invitingClaire().param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("We may know this person already"),
                                containsString("Consul General · the same words in another order"),
                                containsString("value=\"Claire Dubois\""))));
        assertThat(services.asked("POST /api/delegations/people")).isEmpty();
        assertThat(services.asked("POST /api/invitations")).isEmpty();

        pages.perform(invitingClaire().param("asked", "yes").param("personId", Story.BUSAN))
                .andExpect(status().is3xxRedirection());
        assertThat(services.asked("POST /api/delegations/people")).isEmpty();
        assertThat(services.only("POST /api/invitations").body()).contains(Story.BUSAN);

        pages.perform(invitingClaire().param("asked", "yes").param("personId", "new"))
                .andExpect(status().is3xxRedirection());
        assertThat(services.asked("POST /api/delegations/people")).hasSize(1);
    }

    private static MockHttpServletRequestBuilder invitingClaire() {
        return post("/guests/invite")
                .with(staff("protocol-officer"))
                .param("passportName", "Claire Dubois")
                .param("activityId", Story.DINNER);
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

    @Test
    void nobodyIsAskedToAnEventThatIsOver() throws Exception {
        pages.perform(get("/guests/invite").with(staff("protocol-officer")))
                .andExpect(content().string(allOf(containsString(Story.HEF), not(containsString(Story.FD)))));
        pages.perform(get("/guests/invite")
                        .param("event", Story.FD)
                        .param("lang", "en")
                        .with(staff("protocol-officer")))
                .andExpect(content()
                        .string(allOf(
                                containsString("No event is coming"), not(containsString("Send the invitation")))));
    }

    @Test
    void whoComesInAGuestsPlaceHasAName() throws Exception {
        String invitation = new ClassPathResource("answers/invitation.json")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("substitute-proposed", "substitute-accepted");
        services.insteadSays("GET /api/invitations/" + Story.INVITATION, 200, invitation)
                .insteadSays("GET /api/delegations/people", 200, """
                        {"items":[{"id":"019a0000-0000-7000-8000-000000000229","passportName":"PAUL ROUX","category":"guest"}]}
                        """);
        pages.perform(get("/invitations/" + Story.INVITATION)
                        .with(staff("delegation-officer"))
                        .param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder("Comes in their place", "PAUL ROUX"),
                                containsString("1 seat<"))));
    }

    @Test
    void aLetterToAPartnerSaysToWhom() throws Exception {
        String letters = new ClassPathResource("answers/letters.json")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\"partnerId\": null", "\"partnerId\": \"" + Story.BUSAN + "\"")
                .replaceAll("\"personId\": \"[^\"]*\"", "\"personId\": null");
        services.insteadSays("GET /api/invitations/letters", 200, letters);
        pages.perform(get("/letters").with(staff("protocol-officer")).param("lang", "en"))
                .andExpect(content().string(containsString("Busan · ")));
    }
}
