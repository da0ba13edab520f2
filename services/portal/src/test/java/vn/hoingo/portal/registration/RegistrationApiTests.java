package vn.hoingo.portal.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.portal.Readers.partner;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.portal.PageTest;
import vn.hoingo.portal.RecordingServices;
import vn.hoingo.portal.Story;

@PageTest
class RegistrationApiTests {

    @Autowired
    MockMvc pages;

    @Autowired
    RecordingServices services;

    @BeforeEach
    void tellTheStory() {
        services.forget();
        Story.tell(services);
    }

    private static final String DRAFT = "/register/" + Story.BUSAN_DRAFT;

    @Test
    void itIsTakenUpWhereItWasLeft() throws Exception {
        pages.perform(get(DRAFT).with(partner())).andExpect(redirectedUrl(DRAFT + "/check"));
    }

    @Test
    void aDayThatDoesNotExistIsToldBesideTheFieldAndNothingIsSent() throws Exception {
        pages.perform(post(DRAFT + "/members")
                        .with(partner())
                        .param("lang", "en")
                        .param("person.passportName", "PARK DO-YUN")
                        .param("person.nativeName", "박도윤")
                        .param("person.birthDate", "31/02/1979"))
                .andExpect(content()
                        .string(allOf(
                                containsString("February 1979 has 28 days. Please look at the passport again."),
                                containsString("value=\"31/02/1979\""),
                                containsString("value=\"박도윤\""),
                                containsString("href=\"#f-person-birthDate\""))));
        assertThat(services.asked("PUT /api/delegations/" + Story.BUSAN_DRAFT)).isEmpty();
    }

    @Test
    void whoIsNotNamedYetKeepsAllThatWasTypedOfThem() throws Exception {
        services.insteadSays(
                "PUT /api/delegations/" + Story.BUSAN_DRAFT,
                422,
                "{\"errors\":[{\"pointer\":\"/members/3/person/passportName\",\"message\":\"Must not be empty.\"}]}");
        pages.perform(post(DRAFT + "/members")
                        .with(partner())
                        .param("lang", "en")
                        .param("go", "true")
                        .param("kind", "delegate")
                        .param("function", "Vice President")
                        .param("person.birthDate", "12/03/1979"))
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder(
                                        "id=\"f-person-passportName\"", "class=\"mend\"", "Must not be empty."),
                                containsString("value=\"Vice President\""),
                                containsString("value=\"12/03/1979\""))));
    }

    @Test
    void whoeverTypedNothingGoesOn() throws Exception {
        pages.perform(post(DRAFT + "/members")
                        .with(partner())
                        .param("go", "true")
                        .param("kind", "delegate")
                        .param("person.passportName", ""))
                .andExpect(redirectedUrl(DRAFT + "/travel"));
        pages.perform(post(DRAFT + "/travel")
                        .with(partner())
                        .param("go", "true")
                        .param("flight.airport", "SGN")
                        .param("flight.arrivesZone", "Asia/Ho_Chi_Minh"))
                .andExpect(redirectedUrl(DRAFT + "/needs"));
        assertThat(services.asked("PUT /api/delegations/" + Story.BUSAN_DRAFT)).isEmpty();
    }

    @Test
    void aPartyOfNobodyKeepsAllThatWasTypedOfItsFlight() throws Exception {
        services.insteadSays(
                "PUT /api/delegations/" + Story.BUSAN_DRAFT,
                422,
                "{\"errors\":[{\"pointer\":\"/parties/1/memberIds\",\"message\":\"Please choose who travels with this"
                        + " party.\"}]}");
        pages.perform(post(DRAFT + "/travel")
                        .with(partner())
                        .param("lang", "en")
                        .param("go", "true")
                        .param("flight.origin", "pus")
                        .param("flight.departsZone", "Asia/Seoul")
                        .param("luggage", "12"))
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder("id=\"f-memberIds\"", "class=\"mend\"", "Please choose who"),
                                containsString("value=\"pus\""),
                                containsString("value=\"Asia/Seoul\""),
                                containsString("value=\"12\""))));
        assertThat(services.only("PUT /api/delegations/" + Story.BUSAN_DRAFT).body())
                .contains("\"origin\":\"PUS\"");
    }

    @Test
    void onlyADraftIsSeenByItsPartnerAlone() throws Exception {
        pages.perform(get(DRAFT + "/check").with(partner()).param("lang", "en"))
                .andExpect(content().string(containsString("Only you see it until you send it.")));
        pages.perform(get("/register/" + Story.BUSAN_AT_HEF + "/check")
                        .with(partner())
                        .param("lang", "en"))
                .andExpect(content()
                        .string(allOf(containsString("Saved "), not(containsString("Only you see it until")))));
    }

    @Test
    void aMemberIsAddedOnTheVersionThatWasSeenAndOthersAreNamedByIdAlone() throws Exception {
        pages.perform(post(DRAFT + "/members")
                        .with(partner())
                        .param("version", "3")
                        .param("person.passportName", "PARK DO-YUN")
                        .param("function", "Vice President")
                        .param("rank", "8")
                        .param("kind", "delegate"))
                .andExpect(redirectedUrl(DRAFT + "/members?done=member-added"));
        RecordingServices.Asked saved = services.only("PUT /api/delegations/" + Story.BUSAN_DRAFT);
        assertThat(saved.header("If-Match")).isEqualTo("\"3\"");
        assertThat(saved.body()).contains("PARK DO-YUN").doesNotContain("SEO JI-WON");
    }

    @Test
    void whenTheServiceIsAwayWhatWasTypedStandsInTheForm() throws Exception {
        services.insteadSays("PUT /api/delegations/" + Story.BUSAN_DRAFT, 503, "{}");
        pages.perform(post(DRAFT + "/delegation")
                        .with(partner())
                        .param("lang", "en")
                        .param("version", "3")
                        .param("contact.name", "Kim Ji-ah")
                        .param("contact.email", "jiah@busan.example")
                        .param("languages", "ko"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("could not save"), containsString("value=\"jiah@busan.example\""))));
    }

    @Test
    void whoeverGoesOnWithoutANameIsToldAndWhoeverComesBackLaterIsNot() throws Exception {
        pages.perform(post(DRAFT + "/delegation").with(partner()).param("contact.email", "jiah@busan.example"));
        assertThat(services.only("PUT /api/delegations/" + Story.BUSAN_DRAFT).body())
                .contains("\"name\":\"\"");
        services.forget();
        Story.tell(services);
        pages.perform(post(DRAFT + "/delegation")
                .with(partner())
                .param("stay", "true")
                .param("contact.email", "jiah@busan.example"));
        assertThat(services.only("PUT /api/delegations/" + Story.BUSAN_DRAFT).body())
                .doesNotContain("\"name\":\"\"");
    }

    @Test
    void anEndedSignInLosesNothingEither() throws Exception {
        services.insteadSays("PUT /api/delegations/" + Story.BUSAN_DRAFT, 401, "{}");
        pages.perform(post(DRAFT + "/delegation")
                        .with(partner())
                        .param("lang", "en")
                        .param("version", "3")
                        .param("contact.name", "Kim Ji-ah"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Your sign-in has ended."), containsString("value=\"Kim Ji-ah\""))));
    }

    @Test
    void aStaleStepShowsBothVersions() throws Exception {
        services.insteadSays("PUT /api/delegations/" + Story.BUSAN_DRAFT, 412, "{\"type\":\"/problems/stale-edit\"}");
        pages.perform(post(DRAFT + "/delegation")
                        .with(partner())
                        .param("lang", "en")
                        .param("version", "2")
                        .param("contact.name", "Somebody else"))
                .andExpect(content()
                        .string(allOf(
                                containsString("What the other person saved:"),
                                containsString("jiah.kim@busan.example"),
                                containsString("value=\"Somebody else\""),
                                containsString("name=\"version\" value=\"3\""))));
    }

    @Test
    void gapsFoundWhenSendingLeadToTheirMember() throws Exception {
        services.says(
                "POST /api/delegations/" + Story.BUSAN_DRAFT + "/submission",
                422,
                "{\"errors\":[{\"pointer\":\"/members/1/rank\",\"message\":\"The rank is missing.\"}]}");
        pages.perform(post(DRAFT + "/submission").with(partner()).param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Yoon Ha-Eun: "),
                                containsString("The rank is missing."),
                                containsString("/members/019a0000-0000-7000-8000-000000000042"))));
    }

    @Test
    void aGapInAFlightLeadsToItsParty() throws Exception {
        services.says(
                "POST /api/delegations/" + Story.BUSAN_DRAFT + "/submission",
                422,
                "{\"errors\":[{\"pointer\":\"/parties/0/flight\",\"message\":\"The flight has gaps.\"}]}");
        pages.perform(post(DRAFT + "/submission").with(partner()).param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("KE 0683: "),
                                containsString(DRAFT + "/travel/019a0000-0000-7000-8000-000000000051"))));
    }

    @Test
    void whatIsToBeMendedIsListedInTheOrderOfThePageUnderTheNamesOfItsFields() throws Exception {
        services.insteadSays(
                "PUT /api/delegations/" + Story.BUSAN_DRAFT,
                422,
                "{\"errors\":[{\"pointer\":\"/contact/phone\",\"message\":\"Digits, please.\"},"
                        + "{\"pointer\":\"/contact/email\",\"message\":\"No address.\"}]}");
        pages.perform(post(DRAFT + "/delegation").with(partner()).param("lang", "en"))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "role=\"alert\"", "E-mail: No address.", "Phone: Digits, please.")));
    }

    @Test
    void anUploadIsRefusedAtItsField() throws Exception {
        services.says(
                "POST /api/delegations/" + Story.BUSAN_DRAFT + "/documents",
                415,
                "{\"detail\":\"This is not taken here.\"}");
        pages.perform(multipart(DRAFT + "/documents")
                        .file(new MockMultipartFile("file", "letter.pdf", "application/pdf", new byte[] {1}))
                        .with(partner())
                        .param("lang", "en"))
                .andExpect(content()
                        .string(stringContainsInOrder("id=\"f-file\"", "class=\"mend\"", "This is not taken here.")));
    }

    @Test
    void whatWasSentIsThankedForOnce() throws Exception {
        pages.perform(get("/register/" + Story.BUSAN_AT_HEF + "/check")
                        .with(partner())
                        .param("done", "delegation-submission")
                        .param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Sent. Thank you"),
                                not(containsString("The delegation is approved. A letter was sent")))));
    }

    @Test
    void codesMayBeWrittenInSmallLetters() throws Exception {
        pages.perform(post(DRAFT + "/members")
                .with(partner())
                .param("version", "3")
                .param("person.passportName", "PARK DO-YUN")
                .param("person.nationality", "kr"));
        assertThat(services.only("PUT /api/delegations/" + Story.BUSAN_DRAFT).body())
                .contains("\"nationality\":\"KR\"");
    }

    @Test
    void aBrowserFromAbroadReadsEnglish() throws Exception {
        pages.perform(get(DRAFT + "/members").with(partner()).header("Accept-Language", "ko-KR,ko"))
                .andExpect(content().string(containsString("Add a member")));
    }

    @Test
    void anotherPartnersDelegationIsNotThere() throws Exception {
        services.insteadSays("GET /api/delegations/" + Story.LYON_AT_HEF, 404, "{\"type\":\"/problems/absent\"}");
        pages.perform(get("/register/" + Story.LYON_AT_HEF + "/members").with(partner()))
                .andExpect(status().isNotFound());
    }

    @Test
    void aFlightIsSentWithItsOwnFieldsAndNoOthers() throws Exception {
        pages.perform(post(DRAFT + "/travel")
                        .with(partner())
                        .param("version", "3")
                        .param("memberIds", "019a0000-0000-7000-8000-000000000044")
                        .param("flight.number", "VN 0423")
                        .param("flight.arrives", "2026-11-25T05:50")
                        .param("flight.arrivesZone", "Asia/Ho_Chi_Minh"))
                .andExpect(redirectedUrl(DRAFT + "/travel?done=travel-saved"));
        assertThat(services.only("PUT /api/delegations/" + Story.BUSAN_DRAFT).body())
                .contains("\"number\":\"VN 0423\"")
                .doesNotContain("\"known\"");
    }

    @Test
    void aNameIsGivenWhenADelegationIsBegunAndNotInALaterSave() throws Exception {
        services.saysFile("POST /api/delegations", "busan-draft.json");
        pages.perform(post("/register")
                        .with(partner())
                        .param("event", Story.HEF)
                        .param("label", "business"))
                .andExpect(redirectedUrl(DRAFT));
        assertThat(services.only("POST /api/delegations").body()).contains("\"label\":\"business\"");
        pages.perform(post(DRAFT + "/delegation")
                .with(partner())
                .param("version", "3")
                .param("label", "business"));
        assertThat(services.only("PUT /api/delegations/" + Story.BUSAN_DRAFT).body())
                .doesNotContain("label");
    }
}
