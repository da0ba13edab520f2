package vn.hoingo.invitations.guestlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hoingo.invitations.Elsewhere;
import vn.hoingo.invitations.Elsewhere.Activity;
import vn.hoingo.invitations.Elsewhere.Delegation;
import vn.hoingo.invitations.Elsewhere.Event;
import vn.hoingo.invitations.PeopleElsewhere.People;
import vn.hoingo.invitations.RunningInvitations;
import vn.hoingo.invitations.Staff;
import vn.hoingo.messaging.Ids;

/** What delegations announce, and who is then asked. */
@RunningInvitations
class HeadsIT {

    @Autowired
    private Elsewhere elsewhere;

    @Autowired
    private People people;

    @Autowired
    private Staff staff;

    private final UUID partner = Ids.fresh();
    private UUID mayor = Ids.fresh();
    private UUID viceMayor = Ids.fresh();

    @BeforeEach
    void aPartnerWithTwoLeaders() {
        people.partner(partner, "Busan", "en", "busan-" + partner + "@example.org");
        mayor = people.personOf(partner, "Park Heong-joon");
        viceMayor = people.personOf(partner, "Lee Jun-seung");
    }

    @Test
    void theHeadOfAnApprovedDelegationIsAskedToThePlenaryAndTheDinnerAndToNothingElse() {
        Event event = elsewhere.event();
        Activity plenary = event.activity("plenary", 300);
        Activity dinner = event.activity("dinner", 100);
        event.activity("session", 50);
        event.activity("plenary", "open", 500);

        Delegation busan = event.delegation(partner, mayor).approved();

        assertThat(awaitLive(busan, 2)).containsExactlyInAnyOrder(plenary.id.toString(), dinner.id.toString());
        assertThat(staff.<List<String>>read(of(busan), "$.items[*].personId")).containsOnly(mayor.toString());
        assertThat(staff.<List<Integer>>read(of(busan), "$.items[*].rank")).containsOnly(5);
    }

    @Test
    void approvedTwiceItIsAskedOnce() {
        Event event = elsewhere.event();
        event.activity("dinner", 100);
        Delegation busan = event.delegation(partner, mayor).approved().approved();
        awaitLive(busan, 1);
        staysAt(busan, 1, 1);
    }

    @Test
    void whatIsAddedAfterTheApprovalIsAskedToTheMomentItIsHeard() {
        Event event = elsewhere.event();
        Delegation busan = event.delegation(partner, mayor).approved();
        event.activity("dinner", 100);
        awaitLive(busan, 1);
    }

    @Test
    void anApprovalOfAnEventThatWasNeverHeardOfIsKeptUntilItIs() {
        Event event = elsewhere.event();
        Delegation busan = event.delegation(partner, mayor).approved();
        staysAt(busan, 0, 0);
        event.activity("plenary", 100);
        event.activity("dinner", 100);
        awaitLive(busan, 2);
    }

    @Test
    void approvedAndWithdrawnAtOnceNothingIsLeftLive() {
        Event event = elsewhere.event();
        event.activity("plenary", 300);
        event.activity("dinner", 100);
        awaitLive(event.delegation(partner, viceMayor).approved(), 2); // both activities have been heard of
        Delegation busan = event.delegation(partner, mayor).approved().withdrawn();
        staff.awaitList(of(busan), "$.items[?(@.state=='revoked')].id", revoked -> revoked.size() == 2);
        staysAt(busan, 0, 2);
    }

    @Test
    void withdrawnBeforeTheApprovalIsHeardNothingIsEverAsked() {
        Event event = elsewhere.event();
        event.activity("dinner", 100);
        Delegation first = event.delegation(partner, viceMayor).approved();
        awaitLive(first, 1);
        Delegation busan = event.delegation(partner, mayor).withdrawnAs(5).approvedAs(4);
        staysAt(busan, 0, 0);
        event.activity("plenary", 100);
        awaitLive(first, 2);
        staysAt(busan, 0, 0);
    }

    @Test
    void aWithdrawalGivesTheSeatsBack() {
        Event event = elsewhere.event();
        Activity dinner = event.activity("dinner", 10);
        Delegation busan = event.delegation(partner, mayor).approved();
        awaitLive(busan, 1);
        String invitation = staff.<List<String>>read(of(busan), "$.items[*].id").getFirst();
        staff.answer(staff.tokenOf(invitation), "acceptance");
        assertThat(staff.<Integer>read("/api/invitations/seat-books/" + dinner.id, "$.taken"))
                .isEqualTo(1);

        busan.withdrawn();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> staff.<Integer>read("/api/invitations/seat-books/" + dinner.id, "$.taken") == 0);
        staysAt(busan, 0, 1);
    }

    @Test
    void theNewHeadIsAskedInsteadOfTheOldOneAndNobodyTwice() {
        Event event = elsewhere.event();
        Activity dinner = event.activity("dinner", 100);
        Delegation busan = event.delegation(partner, mayor).approved();
        awaitLive(busan, 1);

        busan.headReplaced(viceMayor);

        staff.awaitList(
                of(busan),
                "$.items[?(@.state=='sent')].personId",
                guests -> guests.equals(List.of(viceMayor.toString())));
        assertThat(staff.<List<String>>read(of(busan), "$.items[?(@.state=='revoked')].revokedFor"))
                .containsExactly("head-replaced");
        assertThat(staff.<List<String>>read(
                        "/api/invitations?activity=" + dinner.id + "&person=" + viceMayor, "$.items[*].revision"))
                .hasSize(1);
    }

    @Test
    void whoLeadsAgainIsAskedAgainUnderTheNextRevision() {
        Event event = elsewhere.event();
        event.activity("dinner", 100);
        Delegation busan = event.delegation(partner, mayor).approved();
        awaitLive(busan, 1);
        busan.headReplaced(viceMayor);
        busan.headReplaced(mayor);
        staff.awaitList(
                of(busan),
                "$.items[?(@.state=='sent' && @.revision==2)].personId",
                guests -> guests.equals(List.of(mayor.toString())));
        assertThat(staff.<List<String>>read(of(busan), "$.items[?(@.state=='sent')].id"))
                .hasSize(1);
    }

    @Test
    void aDroppedActivityTakesItsInvitationsWithItAndAsksNobodyElse() {
        Event event = elsewhere.event();
        Activity dinner = event.activity("dinner", 100);
        Delegation busan = event.delegation(partner, mayor).approved();
        awaitLive(busan, 1);
        dinner.dropped();
        staff.awaitList(of(busan), "$.items[?(@.state=='revoked')].id", revoked -> revoked.size() == 1);
        Delegation late = event.delegation(partner, viceMayor).approved();
        staysAt(late, 0, 0);
    }

    @Test
    void aCancelledEventAsksToNothingAnyMore() {
        Event event = elsewhere.event();
        event.activity("dinner", 100);
        event.activity("plenary", 100);
        Delegation busan = event.delegation(partner, mayor).approved();
        awaitLive(busan, 2);
        event.cancelled();
        staff.awaitList(of(busan), "$.items[?(@.state=='revoked')].id", revoked -> revoked.size() == 2);
    }

    private static String of(Delegation delegation) {
        return "/api/invitations?delegation=" + delegation.id;
    }

    private List<String> awaitLive(Delegation delegation, int many) {
        return staff.awaitList(
                of(delegation), "$.items[?(@.state!='revoked')].activityId", live -> live.size() == many);
    }

    /** Nothing else comes, though there is time for it. */
    private void staysAt(Delegation delegation, int live, int all) {
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    assertThat(staff.<List<String>>read(of(delegation), "$.items[?(@.state!='revoked')].id"))
                            .hasSize(live);
                    assertThat(staff.<List<String>>read(of(delegation), "$.items[*].id"))
                            .hasSize(all);
                });
    }
}
