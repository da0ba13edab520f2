package vn.hoingo.portal.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.portal.PageTest;
import vn.hoingo.portal.RecordingServices;
import vn.hoingo.portal.Story;

@PageTest
class AnswerPageApiTests {

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
    void aGuestNeedsNoSignInAndSeesBothTimes() throws Exception {
        pages.perform(get("/rsvp/good").param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("H.E. Claire Dubois"),
                                containsString("Ho Chi Minh City time (UTC+7)"),
                                containsString("12:30 in Paris"),
                                containsString("I accept, 2 seats"))));
    }

    @Test
    void openingTheLinkChangesNothing() throws Exception {
        pages.perform(get("/rsvp/good").param("lang", "vi"));
        assertThat(services.asked("POST /api/invitations/answers/good/acceptance"))
                .isEmpty();
    }

    @Test
    void withoutAChoiceThePageIsInTheLettersLanguage() throws Exception {
        pages.perform(get("/rsvp/good")).andExpect(redirectedUrl("/rsvp/good?lang=en"));
    }

    @Test
    void anAnswerLeadsToItsResult() throws Exception {
        services.saysFile("POST /api/invitations/answers/good/acceptance", "answer-accepted.json");
        pages.perform(post("/rsvp/good/acceptance")).andExpect(redirectedUrl("/rsvp/good"));
        pages.perform(get("/rsvp/accepted").param("lang", "en"))
                .andExpect(content().string(containsString("You accepted.")));
    }

    @Test
    void whoWaitsAndIsOfferedASeatCanTakeIt() throws Exception {
        services.says("GET /api/invitations/answers/offered", 200, waiting("\"2026-11-24T10:00:00Z\""));
        pages.perform(get("/rsvp/offered").param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("A seat is free for you."),
                                containsString("/rsvp/offered/acceptance"),
                                not(containsString("All seats are taken")))));
    }

    @Test
    void whoWaitsWithoutAnOfferIsNotAskedToSayYesAgain() throws Exception {
        services.says("GET /api/invitations/answers/waiting", 200, waiting("null"));
        pages.perform(get("/rsvp/waiting").param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("You are on the waiting list."),
                                not(containsString("/rsvp/waiting/acceptance")))));
    }

    private static String waiting(String lapsesAt) {
        return RecordingServices.file("answer-accepted.json")
                .replace("\"state\": \"accepted\"", "\"state\": \"sent\"")
                .replace("\"waitlisted\": false", "\"waitlisted\": true")
                .replace("\"offerLapsesAt\": null", "\"offerLapsesAt\": " + lapsesAt);
    }

    @Test
    void anOldLinkSaysWhatToUseInstead() throws Exception {
        pages.perform(get("/rsvp/old").param("lang", "en"))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("A newer letter was sent")));
        pages.perform(get("/rsvp/wrong").param("lang", "en"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("This link is not known")));
    }

    @Test
    void aSubstitutesWrongAddressIsSaidAtItsField() throws Exception {
        services.says(
                "POST /api/invitations/answers/good/substitute",
                422,
                "{\"errors\":[{\"pointer\":\"/contact\",\"message\":\"This is not an e-mail address.\"}]}");
        pages.perform(post("/rsvp/good/substitute").param("name", "Lucia Ferri").param("contact", "nowhere"))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Lucia Ferri\""),
                                containsString("This is not an e-mail address."),
                                containsString("#f-contact"))));
    }
}
