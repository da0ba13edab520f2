package vn.hoingo.portal.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
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
class PermitPageApiTests {

    private static final String PAGE = "/events/" + Story.FD + "/permit";
    private static final String API = "/api/events/" + Story.FD + "/permit";

    private static final String SPEECH = "019a0000-0000-7000-8000-0000000000d1";
    private static final String MINISTRY = "019a0000-0000-7000-8000-0000000000d2";

    @Autowired
    MockMvc pages;

    @Autowired
    RecordingServices services;

    @BeforeEach
    void aMinisterComes() {
        services.forget();
        Story.tell(services);
        services.says("GET " + API, 200, permit("not-started"));
    }

    private static String permit(String state) {
        return """
                {"eventId": "%s", "version": 2, "state": "%s", "authority": "prime-minister", "fileBy": "2026-08-14",
                 "ruleSet": "06/2020/QĐ-TTg", "source": "Quyết định 06/2020/QĐ-TTg", "highestRank": 3, "topics": [],
                 "possibleTopics": ["religion", "security"], "complete": false, "answerDays": 15,
                 "papers": [{"code": "request", "what": {"vi": "Văn bản đề nghị cho phép", "en": "Letter of request"},
                   "required": true, "source": {"vi": "Quyết định 06/2020", "en": "Decision 06/2020"}, "state": "ready"},
                  {"code": "scheme", "what": {"vi": "Đề án tổ chức (Mẫu 01)", "en": "Organising scheme (Form 01)"},
                   "required": true, "source": {"vi": "Quyết định 06/2020", "en": "Decision 06/2020"}, "state": "draft"}],
                 "materials": [{"id": "%s", "title": "Keynote of the mayor", "language": "en", "state": "ready",
                   "translation": "missing", "needsTranslation": true}],
                 "consultations": [{"id": "%s", "body": "Bộ Ngoại giao", "askedOn": "2026-07-01", "answerBy": "2026-07-16",
                   "overdue": true},
                  {"id": "%s", "body": "Bộ Công an", "askedOn": "2026-07-01", "answerBy": "2026-07-16", "overdue": false,
                   "answer": {"on": "2026-07-10", "opinion": "agrees-with-changes", "words": "bỏ mục 3"}}]}
                """.formatted(Story.FD, state, SPEECH, MINISTRY, Story.HEF);
    }

    @Test
    void whoPermitsByWhenAndWhyIsSaid() throws Exception {
        pages.perform(get(PAGE).param("lang", "en").with(organiser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("the Prime Minister"),
                                containsString("minister"),
                                containsString("14 August 2026"),
                                containsString("Quyết định 06/2020/QĐ-TTg"))));
    }

    @Test
    void aLateDossierIsRefusedWithTheReasonAndKeepsWhatWasTyped() throws Exception {
        services.says(
                "POST " + API + "/dossier",
                409,
                "{\"type\":\"/problems/filed-too-late\",\"detail\":\"The last day was 2026-08-14.\"}");
        pages.perform(post(PAGE + "/dossier").with(organiser()).param("submittedOn", "2026-08-20"))
                .andExpect(content().string(allOf(containsString("The last day was"), containsString("2026-08-20"))));
    }

    @Test
    void aDecisionIsRecorded() throws Exception {
        services.says("POST " + API + "/grant", 200, permit("granted"));
        pages.perform(post(PAGE + "/grant")
                        .with(organiser())
                        .param("decisionNumber", "1234/UBND-NV")
                        .param("decidedOn", "2026-08-20"))
                .andExpect(redirectedUrl(PAGE + "?done=permit-grant"));
        assertThat(services.only("POST " + API + "/grant").body()).contains("1234/UBND-NV", "2026-08-20");
    }

    @Test
    void whoOnlyLooksSeesNoForm() throws Exception {
        pages.perform(get(PAGE).with(staff("auditor"))).andExpect(content().string(not(containsString("/dossier"))));
    }

    @Test
    void theDossierSaysWhatIsMissingAndWhoHasNotAnswered() throws Exception {
        pages.perform(get(PAGE).param("lang", "en").with(staff("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString("not complete"),
                                containsString("Organising scheme (Form 01)"),
                                containsString("translation: missing"),
                                containsString("no answer"),
                                containsString("agrees with changes"),
                                containsString("answer due by 16 July 2026"))));
    }

    @Test
    void howFarThePapersAreIsSavedTogether() throws Exception {
        services.says("POST " + API + "/papers", 200, permit("not-started"));
        pages.perform(post(PAGE + "/papers")
                        .with(organiser())
                        .param("papers.request", "ready")
                        .param("papers.scheme", "draft"))
                .andExpect(redirectedUrl(PAGE + "?done=permit-papers"));
        assertThat(services.only("POST " + API + "/papers").body())
                .isEqualTo("{\"papers\":{\"request\":\"ready\",\"scheme\":\"draft\"}}");
    }

    @Test
    void anIncompleteDossierAsksWhoAcceptsTheGap() throws Exception {
        services.says(
                "POST " + API + "/dossier",
                409,
                "{\"type\":\"/problems/dossier-incomplete\",\"detail\":\"The dossier is not complete: x.\"}");
        pages.perform(post(PAGE + "/dossier").with(organiser()).param("submittedOn", "2026-08-10"))
                .andExpect(content()
                        .string(allOf(containsString("The dossier is not complete: x."), containsString("f-gap"))));
    }

    @Test
    void anAnswerIsRecordedForTheBodyThatGaveIt() throws Exception {
        String door = "POST " + API + "/consultations/" + MINISTRY + "/answer";
        services.says(door, 200, permit("not-started"));
        pages.perform(post(PAGE + "/opinion")
                        .with(organiser())
                        .param("consultation", MINISTRY)
                        .param("answeredOn", "2026-07-20")
                        .param("opinion", "objects"))
                .andExpect(redirectedUrl(PAGE + "?done=permit-opinion"));
        assertThat(services.only(door).body()).contains("2026-07-20", "objects");
    }
}
