package vn.hoingo.portal.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.portal.Readers.partner;
import static vn.hoingo.portal.Readers.staff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hoingo.portal.PageTest;
import vn.hoingo.portal.RecordingServices;
import vn.hoingo.portal.Story;

@PageTest
class BulkImportPageApiTests {

    private static final String ID = Story.IMPORT;
    private static final String PAGE = "/imports/" + ID;
    private static final String API = "/api/delegations/imports";
    private static final RequestPostProcessor OFFICER = staff("delegation-officer");

    @Autowired
    MockMvc pages;

    @Autowired
    RecordingServices services;

    @BeforeEach
    void aSheetWasChecked() {
        services.forget();
        Story.tell(services);
        services.saysFile("POST " + API + "/" + ID + "/confirmation", "import-checked.json");
    }

    private static String checked() throws IOException {
        return new ClassPathResource("answers/import-checked.json").getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutAnEventThatComesItSaysWhatToDo() throws Exception {
        services.insteadSays("GET /api/events", 200, "{\"items\":[],\"next\":null}");
        pages.perform(get("/imports").param("lang", "en").with(OFFICER))
                .andExpect(content()
                        .string(allOf(containsString("No event is coming"), not(containsString("id=\"f-file\"")))));
    }

    @Test
    void everyRowSaysWhatWouldBecomeOfItAndWhyNot() throws Exception {
        pages.perform(get(PAGE).param("lang", "en").with(OFFICER))
                .andExpect(content()
                        .string(allOf(
                                containsString("guests.csv"),
                                containsString("TANAKA HIROSHI"),
                                containsString("The rank is a number from 1 (highest) to 10."),
                                containsString("No partner is called “Atlantis”."),
                                containsString("Dietary wishes"),
                                containsString("Take in "))));
    }

    @Test
    void theWordToTakeThemInCarriesWhetherCompleteOnesAreSubmitted() throws Exception {
        pages.perform(post(PAGE + "/confirmation").param("submit", "true").with(OFFICER))
                .andExpect(redirectedUrl(PAGE + "?done=import-confirmation"));

        assertThat(services.only("POST " + API + "/" + ID + "/confirmation").body())
                .contains("\"submit\":true");
    }

    @Test
    void whileItIsAtWorkThePageLooksAgainByItself() throws Exception {
        services.insteadSays(
                "GET " + API + "/" + ID,
                200,
                checked().replace("\"checked\"", "\"importing\"").replaceAll("(?s)\"may\": \\[.*?]", "\"may\": []"));

        pages.perform(get(PAGE).param("lang", "en").with(OFFICER))
                .andExpect(content()
                        .string(allOf(
                                containsString("hx-trigger=\"every 2s\""),
                                containsString("You may leave this page."),
                                not(containsString("Take in ")))));
    }

    @Test
    void aSheetIsHandedInWithItsEvent() throws Exception {
        services.saysFile("POST " + API, "import-checked.json");

        pages.perform(multipart("/imports")
                        .file(new MockMultipartFile("file", "guests.csv", "text/csv", "Passport name\nA B".getBytes()))
                        .param("event", Story.HEF)
                        .with(OFFICER))
                .andExpect(redirectedUrl(PAGE));

        assertThat(services.only("POST " + API).body())
                .contains("filename=\"guests.csv\"")
                .contains(Story.HEF);
    }

    @Test
    void whatIsWrongWithTheSheetStandsAtItsField() throws Exception {
        services.says(
                "POST " + API,
                422,
                "{\"type\":\"/problems/invalid\",\"errors\":[{\"pointer\":\"/file\",\"message\":\"This workbook has macros.\"}]}");

        pages.perform(multipart("/imports")
                        .file(new MockMultipartFile("file", "guests.xlsm", "application/zip", new byte[] {1}))
                        .param("event", Story.HEF)
                        .param("lang", "en")
                        .with(OFFICER))
                .andExpect(content().string(containsString("This workbook has macros.")));
        pages.perform(multipart("/imports").param("lang", "en").with(OFFICER))
                .andExpect(content().string(containsString("Please choose a file.")));
    }

    @Test
    void whatTheReaderMayNotDoIsNotThere() throws Exception {
        pages.perform(get("/imports").with(staff("auditor"))).andExpect(status().isForbidden());
        pages.perform(get("/imports").param("lang", "en").with(partner()))
                .andExpect(content().string(allOf(containsString("Hand in a sheet"), containsString("guests.csv"))));
    }
}
