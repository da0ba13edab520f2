package vn.hoingo.invitations.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.invitations.Elsewhere;
import vn.hoingo.invitations.Elsewhere.Activity;
import vn.hoingo.invitations.Elsewhere.Delegation;
import vn.hoingo.invitations.Elsewhere.Event;
import vn.hoingo.invitations.PeopleElsewhere.People;
import vn.hoingo.invitations.PostOffice;
import vn.hoingo.invitations.RunningInvitations;
import vn.hoingo.invitations.Staff;
import vn.hoingo.invitations.letter.Letter.About;
import vn.hoingo.invitations.letter.Letter.Written;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Ids;

/** Letters that really leave, and what becomes of those that do not. */
@RunningInvitations
class LettersIT {

    @Autowired
    private Elsewhere elsewhere;

    @Autowired
    private People people;

    @Autowired
    private Staff staff;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Letters letters;

    @Autowired
    private Decisions decisions;

    @Test
    void aPartnerIsToldOfItsApprovalInItsLanguageAndTheHeadIsInvited() throws Exception {
        UUID partner = Ids.fresh();
        String address = "busan-" + partner + "@example.org";
        people.partner(partner, "Busan", "en", address);
        Event event = elsewhere.event();
        event.activity("dinner", 100);

        Delegation busan = event.delegation(partner, people.personOf(partner, "Park Heong-joon"))
                .approved();

        List<MimeMessage> arrived = awaitArrival(address, 2);
        MimeMessage approval = withSubject(arrived, "Delegation approved: Friendship Dialogue");
        MimeMessage invitation = withSubject(arrived, "Invitation to Friendship dinner, Friendship Dialogue");
        assertThat(approval.getHeader("Content-Language")).containsExactly("en");
        assertThat(text(invitation)).contains("To: Park Heong-joon", "/rsvp/", "Vietnam time, UTC+7");

        List<String> sent = staff.awaitList(
                "/api/invitations/letters?delegation=" + busan.id,
                "$.items[?(@.state=='sent')].messageId",
                ids -> ids.size() == 2);
        assertThat(sent).contains(approval.getMessageID(), invitation.getMessageID());
        String id = staff.<List<String>>read(
                        "/api/invitations/letters?q=approved friendship&event=" + event.id, "$.items[*].id")
                .getFirst();
        assertThat(staff.<String>read("/api/invitations/letters/" + id, "$.text"))
                .contains("has been approved");
        assertThat(staff.<String>read("/api/invitations/letters/" + id, "$.html"))
                .startsWith("<!doctype html>");
    }

    @Test
    void aVietnameseReaderGetsVietnameseWords() throws Exception {
        String address = "lan-" + Ids.fresh() + "@example.org";
        Activity dinner = elsewhere.event().activity("dinner", 100);
        staff.invite(people.person("Nguyễn Thị Lan", address, "vi"), dinner.id);
        MimeMessage letter = awaitArrival(address, 1).getFirst();
        assertThat(letter.getSubject()).isEqualTo("Giấy mời dự Tiệc tối Hữu nghị, Đối thoại Hữu nghị");
        assertThat(text(letter)).contains("trân trọng kính mời Quý vị", "giờ Việt Nam, UTC+7");
    }

    @Test
    void onlyWhoMayAnswerForAGuestSeesTheLinkInItsLetter() throws Exception {
        String address = "mai-" + Ids.fresh() + "@example.org";
        Event event = elsewhere.event();
        Activity dinner = event.activity("dinner", 100);
        String invitation = staff.invite(people.person("Nguyễn Thị Mai", address, "vi"), dinner.id);
        String link = "/rsvp/" + staff.tokenOf(invitation);
        awaitArrival(address, 1);
        String letter = "/api/invitations/letters/"
                + staff.<List<String>>read(
                                "/api/invitations/letters?event=" + event.id, "$.items[?(@.kind=='invitation')].id")
                        .getFirst();

        assertThat(staff.read(letter)).contains(link);
        for (String reader : List.of("auditor", "delegation-officer", "service")) {
            mvc.perform(get(letter).with(a(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("/rsvp/…")))
                    .andExpect(content().string(not(containsString(link))));
        }
    }

    @Test
    void changesAreAskedForInALetterEachTime() {
        UUID partner = Ids.fresh();
        String address = "daegu-" + partner + "@example.org";
        people.partner(partner, "Daegu", "en", address);
        Event event = elsewhere.event();
        Delegation daegu = event.delegation(partner, people.personOf(partner, "Hong"));
        daegu.askedForChanges().askedForChanges();
        awaitArrival(address, 2);
    }

    @Test
    void whoAcceptsHasItInWritingOnceHoweverOftenTheySayIt() throws Exception {
        String address = "yes-" + Ids.fresh() + "@example.org";
        Activity dinner = elsewhere.event().activity("dinner", 100);
        String token = staff.tokenOf(staff.invite(people.person("Claire Dubois", address, "en"), dinner.id));
        staff.answer(token, "acceptance");
        staff.answer(token, "acceptance");

        List<MimeMessage> arrived = awaitArrival(address, 2);

        MimeMessage confirmed = withSubject(arrived, "Your seat is confirmed: Friendship dinner, Friendship Dialogue");
        assertThat(text(confirmed)).contains("To: H.E. Claire Dubois", "Vietnam time, UTC+7", "/rsvp/");
    }

    @Test
    void whoTakesTheYesBackAtOnceIsNotToldOfASeat() {
        String address = "no-" + Ids.fresh() + "@example.org";
        Event event = elsewhere.event();
        Activity dinner = event.activity("dinner", 100);
        String token = staff.tokenOf(staff.invite(people.person("Claire Dubois", address, "en"), dinner.id));
        staff.answer(token, "acceptance");
        staff.answer(token, "decline");

        staff.awaitList(
                "/api/invitations/letters?event=" + event.id + "&kind=acceptance-confirmed",
                "$.items[?(@.state=='suppressed')].reason",
                why -> why.equals(List.of("superseded")));
        awaitArrival(address, 1);
    }

    @Test
    void aSubstituteWhoIsAgreedToIsWrittenToAsWellAsTheGuest() throws Exception {
        String address = "claire-" + Ids.fresh() + "@example.org";
        String instead = "jean-" + Ids.fresh() + "@example.org";
        Activity dinner = elsewhere.event().activity("dinner", 100);
        String invitation = staff.invite(people.person("Claire Dubois", address, "en"), dinner.id);
        staff.answer(
                staff.tokenOf(invitation),
                "substitute",
                "{\"name\": \"Jean Martin\", \"function\": \"Deputy Consul General\", \"contact\": \"%s\"}"
                        .formatted(instead));
        staff.send("/api/invitations/" + invitation + "/substitute-acceptance", "");

        awaitArrival(address, 2);
        assertThat(text(awaitArrival(instead, 1).getFirst()))
                .contains("To: Jean Martin", "H.E. Claire Dubois has told us")
                .doesNotContain("/rsvp/"); // the link answers for the guest
    }

    @Test
    void aPartnerIsToldOfItsNewHeadAndOfNewDates() throws Exception {
        UUID partner = Ids.fresh();
        String address = "osaka-" + partner + "@example.org";
        people.partner(partner, "Osaka", "en", address);
        Event event = elsewhere.event();
        Delegation osaka = event.delegation(partner, people.personOf(partner, "Sato Kenji"))
                .approved()
                .headReplaced(people.personOf(partner, "Tanaka Yui"));
        MimeMessage head = withSubject(awaitArrival(address, 2), "New head of your delegation: Friendship Dialogue");
        assertThat(text(head)).contains("now headed by Tanaka Yui");

        event.rescheduled(7);
        osaka.rescheduled(2);

        assertThat(text(withSubject(awaitArrival(address, 3), "New dates: Friendship Dialogue")))
                .contains("confirm or change them here");
    }

    @Test
    void twoNewDatesQuicklyAreToldOnce() {
        String address = "claire-" + Ids.fresh() + "@example.org";
        String other = "jean-" + Ids.fresh() + "@example.org";
        Event event = elsewhere.event();
        Activity dinner = event.activity("dinner", 100);
        String claire = staff.invite(people.person("Claire Dubois", address, "en"), dinner.id);
        String jean = staff.invite(people.person("Jean Martin", other, "en"), dinner.id);
        staff.answer(staff.tokenOf(claire), "acceptance");
        staff.answer(staff.tokenOf(jean), "decline");
        awaitArrival(address, 2); // the invitation, and that the seat is hers
        awaitArrival(other, 1);

        event.rescheduled(7, dinner);
        event.rescheduled(14, dinner);

        String list = "/api/invitations/letters?event=" + event.id + "&kind=invitation-reissued";
        staff.awaitList(list, "$.items[?(@.state=='sent')].revision", sent -> sent.equals(List.of(3)));
        assertThat(staff.<List<String>>read(list, "$.items[?(@.state=='suppressed')].reason"))
                .containsExactly("superseded");
        assertThat(PostOffice.arrivedFor(address)).hasSize(3);
        assertThat(staff.<Boolean>read("/api/invitations/" + claire, "$.toReconfirm"))
                .isTrue();
        assertThat(staff.<Integer>read("/api/invitations/seat-books/" + dinner.id, "$.taken"))
                .isEqualTo(1);
        assertThat(staff.<String>read("/api/invitations/" + jean, "$.state")).isEqualTo("declined");
        assertThat(PostOffice.arrivedFor(other)).hasSize(1);
    }

    @Test
    void aLetterThatMayHaveLeftLeavesAgainUnderTheSameMessageId() throws Exception {
        String address = "crash-" + Ids.fresh() + "@example.org";
        Activity dinner = elsewhere.event().activity("dinner", 100);
        UUID invitation = UUID.fromString(staff.invite(people.person("Claire", address, "en"), dinner.id));
        Letter crashed = leftInTheMiddle(LetterKind.WAITLISTED, invitation, address);
        List<MimeMessage> arrived = awaitArrival(address, 2);
        assertThat(arrived)
                .extracting(MimeMessage::getMessageID)
                .contains("<" + crashed.id().value() + "@hoingo.example>");
        staff.awaitList(
                "/api/invitations/letters?event=" + dinner.event() + "&kind=waitlisted",
                "$.items[*].state",
                states -> states.equals(List.of("sent")));
    }

    @Test
    void whatMustNotLeaveTwiceWaitsForAPerson() {
        String address = "once-" + Ids.fresh() + "@example.org";
        Activity dinner = elsewhere.event().activity("dinner", 100);
        UUID invitation = UUID.fromString(staff.invite(people.person("Claire", address, "en"), dinner.id));
        leftInTheMiddle(LetterKind.EVENT_CANCELLED, invitation, address);
        String list = "/api/invitations/letters?event=" + dinner.event() + "&kind=event-cancelled";
        staff.awaitList(list, "$.items[?(@.state=='held')].reason", why -> why.equals(List.of("may-have-left")));
        assertThat(staff.<List<String>>read(
                        "/api/invitations/tasks?event=" + dinner.event(),
                        "$.items[?(@.kind=='letter-held')].detail.en"))
                .containsExactly("Nobody knows whether it left; a person has to decide.");
    }

    @Test
    void aReaderWithoutAnAddressIsSeenAndALetterToARepairedOneLeaves() {
        Activity dinner = elsewhere.event().activity("dinner", 100);
        staff.invite(people.person("Claire", null, "en"), dinner.id);
        staff.awaitList(
                "/api/invitations/letters?event=" + dinner.event(),
                "$.items[?(@.state=='held')].reason",
                why -> why.equals(List.of("no-address")));
    }

    @Test
    void aNameThatCannotBeAskedForNowIsAskedForLater() {
        String address = "later-" + Ids.fresh() + "@example.org";
        Activity dinner = elsewhere.event().activity("dinner", 100);
        UUID claire = people.person("Claire", address, "en");
        String invitation = staff.invite(claire, dinner.id);
        people.away = true;
        try {
            staff.send("/api/invitations/" + invitation + "/link-revocation", "");
            Awaitility.await()
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(12))
                    .until(() -> PostOffice.arrivedFor(address).size() <= 1);
        } finally {
            people.away = false;
        }
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> PostOffice.arrivedFor(address).stream()
                .anyMatch(letter -> subject(letter).contains("nvitation")));
    }

    @Test
    void aCancellationIsToldOnlyWhenAPersonHasLookedAtIt() {
        String address = "cancel-" + Ids.fresh() + "@example.org";
        Event event = elsewhere.event();
        Activity dinner = event.activity("dinner", 100);
        staff.invite(people.person("Claire", address, "en"), dinner.id);
        awaitArrival(address, 1);
        event.cancelled();
        String list = "/api/invitations/letters?event=" + event.id + "&kind=event-cancelled";
        staff.awaitList(list, "$.items[?(@.state=='held')].id", held -> held.size() == 1);

        staff.send(
                "/api/invitations/letters/releases",
                "{\"eventId\": \"%s\", \"kind\": \"event-cancelled\"}".formatted(event.id));

        awaitArrival(address, 2);
    }

    /** A letter that was given to the post by a process that died before it knew. */
    private Letter leftInTheMiddle(LetterKind kind, UUID invitation, String address) {
        Instant before = Instant.now().minus(Duration.ofMinutes(5));
        UUID event = UUID.fromString(staff.read("/api/invitations/" + invitation, "$.eventId"));
        LetterId id = LetterId.of(kind, Ids.fresh(), invitation, 1);
        return decisions.open(letters, id, () -> {
            Letter letter = Letter.queue(
                    id, new About(kind, event, null, null, null, invitation, 1), "en", before, Duration.ZERO);
            if (kind.waitsForAPerson()) {
                letter.release(before);
            }
            letter.begin(new Written(address, "Subject", "Text\n"), before);
            return letter;
        });
    }

    private static List<MimeMessage> awaitArrival(String address, int many) {
        Awaitility.await()
                .alias(many + " letters for " + address)
                .atMost(Duration.ofSeconds(40))
                .until(() -> PostOffice.arrivedFor(address).size() >= many);
        List<MimeMessage> arrived = PostOffice.arrivedFor(address);
        assertThat(arrived).hasSize(many);
        return arrived;
    }

    private static MimeMessage withSubject(List<MimeMessage> arrived, String subject) {
        return arrived.stream()
                .filter(letter -> subject(letter).equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        arrived.stream().map(LettersIT::subject).toList()));
    }

    private static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage letter) throws Exception {
        return plain(letter.getContent());
    }

    private static String plain(Object content) throws Exception {
        if (content instanceof Multipart parts) {
            return plain(parts.getBodyPart(0).getContent());
        }
        return String.valueOf(content).replace("\r\n", "\n");
    }
}
