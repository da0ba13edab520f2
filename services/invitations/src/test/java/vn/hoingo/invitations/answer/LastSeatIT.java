package vn.hoingo.invitations.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.hoingo.invitations.Elsewhere;
import vn.hoingo.invitations.Elsewhere.Activity;
import vn.hoingo.invitations.PeopleElsewhere.People;
import vn.hoingo.invitations.RunningInvitations;
import vn.hoingo.invitations.Staff;

/** Seats are never granted more often than there are, and no free one stays empty while somebody waits. */
@RunningInvitations
class LastSeatIT {

    @Autowired
    private Elsewhere elsewhere;

    @Autowired
    private People people;

    @Autowired
    private Staff staff;

    @Test
    void sixtyFourGuestsAskForTheLastSeatAndOneHasIt() throws Exception {
        Activity dinner = elsewhere.event().activity("session", 1);
        List<String> tokens = guests(dinner, 64, "");

        List<MockHttpServletResponse> answers = together(tokens.stream()
                .<Callable<MockHttpServletResponse>>map(token -> () -> staff.answer(token, "acceptance"))
                .toList());

        assertThat(answers).extracting(MockHttpServletResponse::getStatus).containsOnly(200);
        List<String> outcomes = answers.stream()
                .map(answer -> Staff.<String>in(answer, "$.outcome"))
                .toList();
        assertThat(outcomes).filteredOn("accepted"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("waitlisted"::equals).hasSize(63);
        assertThat(staff.<Integer>read(book(dinner), "$.taken")).isEqualTo(1);
        assertThat(staff.<Integer>read(book(dinner), "$.held")).isZero();
        assertThat(staff.<Integer>read(book(dinner), "$.waiting")).isEqualTo(63);
    }

    @Test
    void guestsWhoComeAndGoAtOnceLeaveNoSeatTakenTwiceOrForNobody() throws Exception {
        Activity dinner = elsewhere.event().activity("session", 5);
        List<String> tokens = guests(dinner, 12, "");
        List<Callable<MockHttpServletResponse>> everything = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (String token : tokens) {
                everything.add(() -> staff.answer(token, "acceptance"));
                everything.add(() -> staff.answer(token, "decline"));
            }
        }
        together(everything);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            List<String> seated =
                    staff.read("/api/invitations?activity=" + dinner.id, "$.items[?(@.state=='accepted')].id");
            List<String> granted = staff.read(book(dinner), "$.grants[?(@.state=='taken')].invitationId");
            assertThat(granted).containsExactlyInAnyOrderElementsOf(seated);
            assertThat(seated).hasSizeLessThanOrEqualTo(5);
        });
    }

    @Test
    void aCapacityThatIsCutBelowWhatIsTakenIsShownAsADebtAndNobodyLosesASeat() {
        Activity dinner = elsewhere.event().activity("session", 3);
        guests(dinner, 3, "").forEach(token -> staff.answer(token, "acceptance"));

        dinner.resized(1);

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> staff.<Integer>read(book(dinner), "$.debt") == 2);
        assertThat(staff.<Integer>read(book(dinner), "$.taken")).isEqualTo(3);
        assertThat(staff.<List<String>>read(
                        "/api/invitations/tasks?event=" + dinner.event(), "$.items[?(@.kind=='seat-debt')].detail.en"))
                .containsExactly("3 seats are granted and there are 1: 2 must be moved.");
    }

    @Test
    void aDeclineOffersTheSeatToTheNextAndALapsedOfferToTheOneAfter() {
        Activity dinner = elsewhere.event().activity("session", 1);
        List<String> tokens = guests(dinner, 3, "");
        tokens.forEach(token -> staff.answer(token, "acceptance"));
        staff.awaitList(waitlist(dinner), "$.items[*].state", states -> states.equals(List.of("waiting", "waiting")));

        staff.answer(tokens.get(0), "decline");

        staff.awaitList(waitlist(dinner), "$.items[*].state", states -> states.equals(List.of("offered", "waiting")));
        assertThat(staff.<Integer>read(book(dinner), "$.held")).isEqualTo(1);
        assertThat(Staff.<String>in(staff.open(tokens.get(1)), "$.offerLapsesAt"))
                .isNotNull();

        staff.awaitList(
                waitlist(dinner), "$.items[*].state", states -> states.equals(List.of("offer-lapsed", "offered")));

        assertThat(Staff.<String>in(staff.answer(tokens.get(2), "acceptance"), "$.outcome"))
                .isEqualTo("accepted");
        staff.awaitList(
                waitlist(dinner), "$.items[*].state", states -> states.equals(List.of("offer-lapsed", "taken")));
        assertThat(staff.<Integer>read(book(dinner), "$.taken")).isEqualTo(1);
        assertThat(staff.<Integer>read(book(dinner), "$.held")).isZero();
    }

    @Test
    void whoMattersMoreIsOfferedFirstAndAPartyThatDoesNotFitIsPassedOver() {
        Activity dinner = elsewhere.event().activity("session", 1);
        List<String> first = guests(dinner, 1, "");
        List<String> party = guests(dinner, 1, ", \"seats\": 2, \"priority\": 1");
        List<String> later = guests(dinner, 1, ", \"priority\": 7");
        List<String> sooner = guests(dinner, 1, ", \"priority\": 2");
        for (List<String> each : List.of(first, party, later, sooner)) {
            staff.answer(each.getFirst(), "acceptance");
        }
        staff.answer(first.getFirst(), "decline");
        staff.awaitList(
                waitlist(dinner),
                "$.items[*].state",
                states -> states.equals(List.of("waiting", "offered", "waiting")));
    }

    @Test
    void moreSeatsAreOfferedToThoseWhoWait() {
        Activity dinner = elsewhere.event().activity("session", 1);
        guests(dinner, 3, "").forEach(token -> staff.answer(token, "acceptance"));
        dinner.resized(2);
        staff.awaitList(waitlist(dinner), "$.items[*].state", states -> states.contains("offered"));
    }

    @Test
    void whoComesWhenSomebodyWaitsDoesNotGoFirst() {
        Activity dinner = elsewhere.event().activity("session", 1);
        List<String> tokens = guests(dinner, 3, "");
        staff.answer(tokens.get(0), "acceptance");
        staff.answer(tokens.get(1), "acceptance");
        staff.answer(tokens.get(0), "decline");
        assertThat(Staff.<String>in(staff.answer(tokens.get(2), "acceptance"), "$.outcome"))
                .isEqualTo("waitlisted");
    }

    private List<String> guests(Activity activity, int many, String more) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String invitation = staff.invite(people.person("Guest " + i, null, "en"), activity.id, more);
            tokens.add(staff.tokenOf(invitation));
        }
        return tokens;
    }

    private static List<MockHttpServletResponse> together(List<Callable<MockHttpServletResponse>> all)
            throws Exception {
        List<MockHttpServletResponse> answers = new ArrayList<>();
        try (ExecutorService guests = Executors.newFixedThreadPool(64)) {
            for (Future<MockHttpServletResponse> answer : guests.invokeAll(all)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static String book(Activity activity) {
        return "/api/invitations/seat-books/" + activity.id;
    }

    private static String waitlist(Activity activity) {
        return "/api/invitations/waitlist?activity=" + activity.id;
    }
}
