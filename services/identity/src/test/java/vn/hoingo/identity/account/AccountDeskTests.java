package vn.hoingo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.hoingo.identity.TestClock;
import vn.hoingo.identity.account.AccountRefusal.Reason;

class AccountDeskTests {

    private static final String HERE = "192.0.2.1";
    private static final UUID BUSAN = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final UUID YOKOHAMA = UUID.fromString("01980000-0000-7000-8000-000000000002");
    private static final EmailAddress KIM = new EmailAddress("kim@busan.example");

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final AccountDesk desk = InMemoryAccounts.desk(accounts, new TestClock());

    @Nested
    class Entering {

        private final Account lan = accounts.anOrganiser("lan@hoingo.example", "correct horse");

        @Test
        void theRightPasswordOpens() {
            assertThat(desk.enter("LAN@hoingo.example ", "correct horse", HERE)).isEqualTo(lan);
        }

        @Test
        void aWrongPasswordAndAWrongAddressAreRefusedAlike() {
            refuses(Reason.WRONG_PASSWORD, () -> desk.enter("lan@hoingo.example", "wrong", HERE));
            refuses(Reason.WRONG_PASSWORD, () -> desk.enter("nobody@hoingo.example", "correct horse", HERE));
            refuses(Reason.WRONG_PASSWORD, () -> desk.enter("no address", "correct horse", HERE));
        }

        @Test
        void aDisabledAccountStaysClosed() {
            accounts.disable(lan);
            refuses(Reason.WRONG_PASSWORD, () -> desk.enter("lan@hoingo.example", "correct horse", HERE));
        }

        @Test
        void anAccountWithoutPasswordIsNotEnteredByOne() {
            desk.forPartner(KIM, "Kim Ji-woo", BUSAN, "en");
            refuses(Reason.WRONG_PASSWORD, () -> desk.enter(KIM.value(), "", HERE));
        }

        @Test
        void guessingIsStoppedFromOnePlaceButNotFromAnother() {
            for (int i = 0; i < 10; i++) {
                refuses(Reason.WRONG_PASSWORD, () -> desk.enter("lan@hoingo.example", "x", HERE));
            }
            refuses(Reason.TOO_MANY_ATTEMPTS, () -> desk.enter("lan@hoingo.example", "correct horse", HERE));
            assertThat(desk.enter("lan@hoingo.example", "correct horse", "192.0.2.2"))
                    .isEqualTo(lan);
        }
    }

    @Test
    void whoKnowsThePasswordMaySignInAsOftenAsNeeded() {
        accounts.anOrganiser("lan@hoingo.example", "correct horse");
        for (int i = 0; i < 30; i++) {
            assertThat(desk.enter("lan@hoingo.example", "correct horse", HERE)).isNotNull();
        }
    }

    @Nested
    class InvitingPartners {

        @Test
        void aNewAddressGetsAnAccountThatActsForThePartnerOnly() {
            Account account = desk.forPartner(KIM, "Kim Ji-woo", BUSAN, "en");

            assertThat(account.roles()).containsExactly("partner");
            assertThat(account.actsFor(BUSAN)).isTrue();
            assertThat(account.actsFor(YOKOHAMA)).isFalse();
        }

        @Test
        void theSamePartnersAccountIsKept() {
            Account first = desk.forPartner(KIM, "Kim Ji-woo", BUSAN, "en");
            assertThat(desk.forPartner(KIM, "J. Kim", BUSAN, "vi")).isEqualTo(first);
        }

        @Test
        void anAddressOfAnotherPartnerOrOfOurOwnPeopleIsRefused() {
            accounts.anOrganiser("lan@hoingo.example", "correct horse");
            desk.forPartner(KIM, "Kim Ji-woo", BUSAN, "en");

            refuses(Reason.ADDRESS_BELONGS_TO_ANOTHER, () -> desk.forPartner(KIM, "Kim", YOKOHAMA, "en"));
            refuses(
                    Reason.ADDRESS_BELONGS_TO_ANOTHER,
                    () -> desk.forPartner(new EmailAddress("lan@hoingo.example"), "Lan", BUSAN, "vi"));
        }
    }

    @Nested
    class Colleagues {

        private final Account lan = accounts.anOrganiser("lan@hoingo.example", "correct horse");
        private final EmailAddress minh = new EmailAddress("minh@hoingo.example");

        @Test
        void aNewColleagueHasTheRolesAndNoPassword() {
            Account account = desk.forColleague(minh, "Trần Minh", Set.of(Role.DISPATCHER, Role.CHECK_IN), "vi");

            assertThat(account.roles()).containsExactlyInAnyOrder("dispatcher", "check-in");
            assertThat(account.partner()).isNull();
            assertThat(account.passwordHash()).isNull();
            assertThat(desk.colleagues()).containsExactlyInAnyOrder(lan, account);
        }

        @Test
        void theSameInvitationAgainIsTheSameAccount() {
            Account first = desk.forColleague(minh, "Trần Minh", Set.of(Role.DISPATCHER), "vi");
            assertThat(desk.forColleague(minh, "Trần Minh", Set.of(Role.DISPATCHER), "vi"))
                    .isEqualTo(first);
        }

        @Test
        void anInvitationGivesNoFurtherRolesToWhoIsHere() {
            desk.forColleague(minh, "Trần Minh", Set.of(Role.DISPATCHER), "vi");
            refuses(
                    Reason.ALREADY_A_COLLEAGUE,
                    () -> desk.forColleague(minh, "Trần Minh", Set.of(Role.ORGANISER), "vi"));
        }

        @Test
        void aFocalPointIsNoColleague() {
            Account kim = desk.forPartner(KIM, "Kim Ji-woo", BUSAN, "en");

            refuses(
                    Reason.ADDRESS_BELONGS_TO_ANOTHER,
                    () -> desk.forColleague(KIM, "Kim Ji-woo", Set.of(Role.AUDITOR), "en"));
            assertThat(desk.change(
                            kim.id(), Set.of(Role.ORGANISER), false, lan.id().toString()))
                    .isEmpty();
        }

        @Test
        void whoIsClosedMayNotEnterUntilOpenedAgain() {
            Account account = desk.forColleague(minh, "Trần Minh", Set.of(Role.DISPATCHER), "vi");

            desk.change(account.id(), Set.of(Role.DISPATCHER), true, lan.id().toString());
            assertThat(desk.findOpen(account.id())).isEmpty();

            desk.change(account.id(), Set.of(Role.AUDITOR), false, lan.id().toString());
            assertThat(desk.findOpen(account.id()).orElseThrow().roles()).containsExactly("auditor");
        }

        @Test
        void anOrganiserKeepsTheirOwnRights() {
            String self = lan.id().toString();

            refuses(Reason.OWN_RIGHTS, () -> desk.change(lan.id(), Set.of(Role.AUDITOR), false, self));
            refuses(Reason.OWN_RIGHTS, () -> desk.change(lan.id(), Set.of(Role.ORGANISER), true, self));
            assertThat(desk.change(lan.id(), Set.of(Role.ORGANISER, Role.AUDITOR), false, self))
                    .isPresent();
        }
    }

    private static void refuses(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(AccountRefusal.class, refusal -> assertThat(refusal.reason())
                .isEqualTo(reason));
    }
}
