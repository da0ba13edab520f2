package vn.hoingo.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
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
import vn.hoingo.portal.Story;

@PageTest
class OperationsPageApiTests {

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
    void theStreamBeginsAtThePositionThatWasAskedFirst() throws Exception {
        pages.perform(get("/operations").with(staff("operations-watcher")).param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("data-after=\"p1\""),
                                containsString("QH 0301 lands later: 06:10 → 08:10"),
                                containsString("06:15:00"))));
    }

    @Test
    void aFactShowsWhatItCausedAndWhoDidIt() throws Exception {
        pages.perform(get("/operations/facts/" + Story.FLIGHT_CHANGED)
                        .with(staff("operations-watcher"))
                        .param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Van 07 meets Osaka at 08:10"),
                                containsString("+ 41 ms"),
                                containsString("+ 97 ms"),
                                containsString("by Tuấn Lê"))));
    }

    @Test
    void flowsAreAnEquation() throws Exception {
        pages.perform(get("/operations/flows").with(organiser()).param("lang", "en"))
                .andExpect(content().string(allOf(containsString("1 dead letter"), containsString("3 behind"))));
    }

    @Test
    void givingAMessageUpNeedsANote() throws Exception {
        pages.perform(post("/operations/dead-letters/dl-1/discard")
                        .with(staff("operations-watcher"))
                        .param("lang", "en"))
                .andExpect(content().string(containsString("needs a note")));
        assertThat(services.asked("POST /api/operations/dead-letters/dl-1/discard"))
                .isEmpty();
    }

    @Test
    void theFlowPageAccountsForEveryConsumerAndOffersToMakeACopyAnew() throws Exception {
        pages.perform(get("/operations/flow").with(staff("operations-watcher")).param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("oldest fact not yet sent: 1.5 s"),
                                containsString("1 given up"),
                                containsString("known_activities"),
                                containsString("25 %"),
                                containsString("Make known_events anew"))));
    }

    @Test
    void whoOnlyReadsIsOfferedNoRepair() throws Exception {
        pages.perform(get("/operations/flow").with(organiser()).param("lang", "en"))
                .andExpect(content().string(not(containsString("Make anew"))));
        pages.perform(get("/operations/dead-letters/dl-1").with(organiser()).param("lang", "en"))
                .andExpect(content().string(not(containsString("Ways out"))));
    }

    @Test
    void aRepairShowsWhoDidItAndWhatTheySaid() throws Exception {
        pages.perform(get("/operations/dead-letters/dl-1")
                        .with(staff("operations-watcher"))
                        .param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Members of the delegation of Busan changed"),
                                containsString("Heard again"),
                                containsString("Tuấn Lê"),
                                containsString("after the store had its space back"))));
    }

    @Test
    void aLineThatIsStuckAtItsNextMessageSaysSo() throws Exception {
        services.says(
                "POST /api/operations/dead-letters/dl-1/replay",
                "{\"heard\":1,\"waiting\":1,\"reason\":\"unreadable\"}");
        pages.perform(post("/operations/dead-letters/dl-1/replay")
                        .with(staff("operations-watcher"))
                        .param("lang", "en"))
                .andExpect(redirectedUrl("/operations/dead-letters/dl-1?still=next-stuck"));
    }

    @Test
    void aDispatcherDoesNotWatchOperations() throws Exception {
        pages.perform(get("/operations").with(staff("dispatcher"))).andExpect(status().isForbidden());
    }
}
