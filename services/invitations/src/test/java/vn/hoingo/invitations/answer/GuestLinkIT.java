package vn.hoingo.invitations.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.hoingo.invitations.Elsewhere;
import vn.hoingo.invitations.Elsewhere.Activity;
import vn.hoingo.invitations.PeopleElsewhere.People;
import vn.hoingo.invitations.RunningInvitations;
import vn.hoingo.invitations.Staff;
import vn.hoingo.invitations.guest.GuestLinks;

/** A consul general on a phone, thirty seconds. */
@RunningInvitations
class GuestLinkIT {

    @Autowired
    private Elsewhere elsewhere;

    @Autowired
    private People people;

    @Autowired
    private Staff staff;

    @Autowired
    private GuestLinks links;

    @Test
    void openingTheLinkTellsEverythingAndChangesNothing() {
        Activity dinner = elsewhere.event().activity("dinner", 10);
        String invitation = staff.invite(people.person("Claire Dubois", "claire@example.org", "fr"), dinner.id);
        String token = staff.tokenOf(invitation);
        String before = staff.read("/api/invitations/" + invitation);

        MockHttpServletResponse page = staff.open(token);

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(Staff.<String>in(page, "$.guest.name")).isEqualTo("H.E. Claire Dubois");
        assertThat(Staff.<String>in(page, "$.activity.name.vi")).isEqualTo("Tiệc tối Hữu nghị");
        assertThat(Staff.<String>in(page, "$.activity.window.zone")).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(Staff.<String>in(page, "$.event.name.en")).isEqualTo("Friendship Dialogue");
        assertThat(Staff.<String>in(page, "$.state")).isEqualTo("sent");
        assertThat(Staff.<Boolean>in(page, "$.open")).isTrue();
        assertThat(staff.read("/api/invitations/" + invitation)).isEqualTo(before);
    }

    @Test
    void theAnswerMayChange() {
        Activity dinner = elsewhere.event().activity("dinner", 10);
        String token = staff.tokenOf(staff.invite(people.person("Claire Dubois", "c@example.org", "en"), dinner.id));
        assertThat(Staff.<String>in(staff.answer(token, "acceptance"), "$.outcome"))
                .isEqualTo("accepted");
        assertThat(Staff.<String>in(staff.answer(token, "tentative"), "$.outcome"))
                .isEqualTo("tentative");
        assertThat(Staff.<String>in(staff.answer(token, "decline"), "$.outcome"))
                .isEqualTo("declined");
        assertThat(Staff.<String>in(staff.answer(token, "acceptance"), "$.answer"))
                .isEqualTo("accepted");
    }

    @Test
    void aYesAfterTheDeadlineIsRecordedAndAPersonDecides() {
        Activity dinner = elsewhere.event().activity("dinner", 10);
        String invitation = staff.invite(
                people.person("Claire Dubois", "c@example.org", "en"),
                dinner.id,
                ", \"answerBy\": \"" + Instant.now().minusSeconds(60) + "\"");
        MockHttpServletResponse answer = staff.answer(staff.tokenOf(invitation), "acceptance");
        assertThat(Staff.<String>in(answer, "$.outcome")).isEqualTo("recorded-late");
        assertThat(staff.<Boolean>read("/api/invitations/" + invitation, "$.lateYes"))
                .isTrue();
        assertThat(staff.<Integer>read("/api/invitations/seat-books/" + dinner.id, "$.taken"))
                .isZero();
        assertThat(staff.<List<String>>read("/api/invitations/tasks?event=" + dinner.event(), "$.items[*].kind"))
                .contains("late-answer");
    }

    @Test
    void aSubstituteIsAPersonOfTheirOwnAndStaffDecide() {
        Activity dinner = elsewhere.event().activity("dinner", 10);
        String invitation = staff.invite(people.person("Claire Dubois", "c@example.org", "en"), dinner.id);
        MockHttpServletResponse proposed = staff.answer(
                staff.tokenOf(invitation),
                "substitute",
                "{\"name\": \"Jean Martin\", \"function\": \"Deputy Consul General\", \"contact\": \"jean@example.org\"}");
        assertThat(Staff.<String>in(proposed, "$.outcome")).isEqualTo("substitute-proposed");
        assertThat(Staff.<String>in(proposed, "$.substitute.name")).isEqualTo("Jean Martin");
        String substitute = staff.read("/api/invitations/" + invitation, "$.substituteId");
        assertThat(people.person(UUID.fromString(substitute), "test").displayName())
                .isEqualTo("Jean Martin");

        MockHttpServletResponse accepted = staff.send("/api/invitations/" + invitation + "/substitute-acceptance", "");

        assertThat(Staff.<String>in(accepted, "$.state")).isEqualTo("substitute-accepted");
        assertThat(staff.<Integer>read("/api/invitations/seat-books/" + dinner.id, "$.taken"))
                .isEqualTo(1);
    }

    @Test
    void whatCouldBreakALetterIsNotTakenAsAnAddress() {
        Activity dinner = elsewhere.event().activity("dinner", 10);
        String token = staff.tokenOf(staff.invite(people.person("Claire Dubois", "c@example.org", "en"), dinner.id));
        MockHttpServletResponse refused = staff.answer(
                token,
                "substitute",
                "{\"name\": \"Jean\\nMartin\", \"function\": \"Deputy\", \"contact\": \"jean@example.org\\r\\nBcc: all@example.org\"}");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Staff.<List<String>>in(refused, "$.errors[*].pointer")).contains("/name", "/contact");
        assertThat(staff.answer(token, "acceptance", "{\"$where\": \"1\"}").getStatus())
                .isEqualTo(400);
    }

    @Test
    void aWrongLinkAForgedOneAnExpiredOneAReplacedOneAndARevokedOneAreToldApart() {
        Activity dinner = elsewhere.event().activity("dinner", 10);
        String invitation = staff.invite(people.person("Claire Dubois", "c@example.org", "en"), dinner.id);
        String token = staff.tokenOf(invitation);

        assertProblem(staff.open("nonsense"), 404, "/problems/link-unknown");
        String forged = (token.startsWith("A") ? "B" : "A") + token.substring(1);
        assertProblem(staff.open(forged), 404, "/problems/link-unknown");
        String expired =
                links.token(UUID.fromString(invitation), 1, Instant.now().minusSeconds(1));
        assertProblem(staff.answer(expired, "acceptance"), 410, "/problems/link-expired");
        String ofNobody = links.token(UUID.randomUUID(), 1, Instant.now().plusSeconds(60));
        assertProblem(staff.open(ofNobody), 404, "/problems/link-unknown");

        staff.send("/api/invitations/" + invitation + "/link-revocation", "");
        assertProblem(staff.answer(token, "acceptance"), 410, "/problems/link-replaced");
        String newer = staff.tokenOf(invitation);
        assertThat(staff.open(newer).getStatus()).isEqualTo(200);

        staff.send("/api/invitations/" + invitation + "/revocation", "");
        assertProblem(staff.answer(newer, "acceptance"), 410, "/problems/invitation-revoked");
    }

    @Test
    void theSameWishTwiceIsOneInvitationAndAnotherWishIsRefused() {
        Activity dinner = elsewhere.event().activity("dinner", 10);
        UUID claire = people.person("Claire Dubois", "c@example.org", "en");
        String first = staff.invite(claire, dinner.id);
        assertThat(staff.invite(claire, dinner.id)).isEqualTo(first);
        MockHttpServletResponse other = staff.send(
                "/api/invitations",
                "{\"personId\": \"%s\", \"activityId\": \"%s\", \"seats\": 3}".formatted(claire, dinner.id));
        assertProblem(other, 409, "/problems/already-invited");
    }

    @Test
    void whoOrWhatIsNotKnownIsNamedByItsField() {
        Activity dinner = elsewhere.event().activity("dinner", 10);
        staff.invite(people.person("Claire Dubois", "c@example.org", "en"), dinner.id);
        MockHttpServletResponse nobody = staff.send(
                "/api/invitations",
                "{\"personId\": \"%s\", \"activityId\": \"%s\"}".formatted(UUID.randomUUID(), dinner.id));
        assertThat(Staff.<String>in(nobody, "$.errors[0].pointer")).isEqualTo("/personId");
        MockHttpServletResponse nothing = staff.send(
                "/api/invitations",
                "{\"personId\": \"%s\", \"activityId\": \"%s\"}".formatted(UUID.randomUUID(), UUID.randomUUID()));
        assertThat(Staff.<String>in(nothing, "$.errors[0].pointer")).isEqualTo("/activityId");
    }

    private static void assertProblem(MockHttpServletResponse answer, int status, String type) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(Staff.<String>in(answer, "$.type")).isEqualTo(type);
        assertThat(Staff.<String>in(answer, "$.detail")).isNotBlank();
    }
}
