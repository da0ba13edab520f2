package vn.hoingo.invitations.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.invitations.Elsewhere;
import vn.hoingo.invitations.Elsewhere.Activity;
import vn.hoingo.invitations.PeopleElsewhere.People;
import vn.hoingo.invitations.RunningInvitations;
import vn.hoingo.invitations.Staff;

/** Request and answer of everything that needs a right, a field or a version. */
@RunningInvitations
class DoorsIT {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Elsewhere elsewhere;

    @Autowired
    private People people;

    @Autowired
    private Staff staff;

    @ParameterizedTest
    @CsvSource({
        "/api/invitations",
        "/api/invitations/letters",
        "/api/invitations/waitlist",
        "/api/invitations/tasks",
        "/api/invitations/seat-books/0192f000-0000-7000-8000-00000000ffff"
    })
    void nobodyReadsWithoutAToken(String path) throws Exception {
        mvc.perform(get(path))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.type").value("/problems/unauthenticated"));
    }

    @Test
    void whoMayReadMayNotAsk() throws Exception {
        mvc.perform(post("/api/invitations")
                        .with(a("delegation-officer"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"personId\": \"%s\", \"activityId\": \"%s\"}"
                                .formatted(UUID.randomUUID(), UUID.randomUUID())))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/invitations/letters").with(a("partner"))).andExpect(status().isForbidden());
    }

    @Test
    void aPartnerSeesTheInvitationsOfItsOwnPeopleAndNoOthers() throws Exception {
        UUID partner = UUID.randomUUID();
        people.partner(partner, "Busan", "en", "busan@example.org");
        Activity dinner = elsewhere.event().activity("session", 10);
        String invitation = staff.invite(people.personOf(partner, "Park"), dinner.id);
        mvc.perform(get("/api/invitations/" + invitation).with(focalPointOf(partner)))
                .andExpect(status().isOk())
                .andExpect(header().exists("ETag"));
        mvc.perform(get("/api/invitations/" + invitation).with(focalPointOf(UUID.randomUUID())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/invitations?activity=" + dinner.id).with(focalPointOf(UUID.randomUUID())))
                .andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void aStaleEditIsToldWhatChanged() throws Exception {
        Activity dinner = elsewhere.event().activity("session", 10);
        String invitation = staff.invite(people.person("Claire", null, "en"), dinner.id);
        staff.answer(staff.tokenOf(invitation), "acceptance");
        mvc.perform(post("/api/invitations/" + invitation + "/revocation")
                        .with(a("organiser"))
                        .header("If-Match", "\"1\""))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.changes[0].facts[0]").value("invitations.guest-accepted.v1"))
                .andExpect(jsonPath("$.changes[0].by").value("guest"));
    }

    @Test
    void theSameKeyTwiceIsTheSameAnswerOnce() throws Exception {
        Activity dinner = elsewhere.event().activity("session", 10);
        String invitation = staff.invite(people.person("Claire", null, "en"), dinner.id);
        for (int i = 0; i < 2; i++) {
            mvc.perform(post("/api/invitations/" + invitation + "/acceptance")
                            .with(a("protocol-officer"))
                            .header("Idempotency-Key", "call-1")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"channel\": \"phone\", \"note\": \"thư ký gọi lại\"}"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.answers.length()").value(1))
                    .andExpect(jsonPath("$.answers[0].channel").value("phone"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channel\": \"pigeon\"} | 422",
                "{\"channel\": \"phone\", \"$where\": \"1\"} | 400",
                "{\"channel\": | 400",
                "{} | 422"
            })
    void anAnswerOnBehalfSaysHowItCame(String body, int expected) throws Exception {
        Activity dinner = elsewhere.event().activity("session", 10);
        String invitation = staff.invite(people.person("Claire", null, "en"), dinner.id);
        mvc.perform(post("/api/invitations/" + invitation + "/acceptance")
                        .with(a("organiser"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(expected));
    }

    @Test
    void pagesAreWalkedByTheirCursor() {
        Activity dinner = elsewhere.event().activity("session", 10);
        for (int i = 0; i < 3; i++) {
            staff.invite(people.person("Guest " + i, null, "en"), dinner.id);
        }
        String list = "/api/invitations?activity=" + dinner.id + "&limit=2";
        String next = staff.read(list, "$.next");
        assertThat(staff.<List<String>>read(list + "&after=" + next, "$.items[*].id"))
                .hasSize(1);
        MockHttpServletResponse unknown = staff.send("/api/invitations/nothing/revocation", "");
        assertThat(unknown.getStatus()).isEqualTo(404);
    }

    @Test
    void whatWouldFollowIsToldAndNothingIsSaved() {
        Activity dinner = elsewhere.event().activity("session", 10);
        String invitation = staff.invite(people.person("Claire", null, "en"), dinner.id);
        staff.answer(staff.tokenOf(invitation), "acceptance");
        String before = staff.read("/api/invitations/" + invitation);
        MockHttpServletResponse preview = staff.send(
                "/api/invitations/previews",
                "{\"type\": \"events.activity-dropped.v1\", \"fact\": {\"activityId\": \"%s\"}}".formatted(dinner.id));
        assertThat(Staff.<List<String>>in(preview, "$.items[*].kind"))
                .containsExactly("invitations-revoked", "seats-released");
        assertThat(staff.read("/api/invitations/" + invitation)).isEqualTo(before);
    }
}
