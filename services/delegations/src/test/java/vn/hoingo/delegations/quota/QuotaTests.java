package vn.hoingo.delegations.quota;

import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoingo.delegations.quota.QuotaRefusal.Reason;

class QuotaTests {

    private static final UUID EVENT = UUID.fromString("0192f000-0000-7000-8000-000000000001");
    private static final UUID PARTNER = UUID.fromString("0192f000-0000-7000-8000-000000000002");
    private static final UUID CITY = UUID.fromString("0192f000-0000-7000-8000-000000000003");
    private static final UUID BUSINESS = UUID.fromString("0192f000-0000-7000-8000-000000000004");
    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final Instant SOON = NOON.plusSeconds(600);

    @Test
    void asManyComeAsTheEventAllows() {
        given(quota()).when(quota -> quota.hold(CITY, null, 8, 8, SOON)).thenIs(Quota::taken, 8);
    }

    @Test
    void nobodyMoreComes() {
        given(quota()).when(quota -> quota.hold(CITY, null, 9, 8, SOON)).thenRefuses(Reason.OVER_QUOTA);
    }

    @Test
    void twoDelegationsOfOnePartnerShareItsPlaces() {
        Quota quota = quota();
        quota.hold(CITY, null, 5, 8, SOON);
        quota.settle(CITY, null, 5);

        given(quota)
                .when(shared -> shared.hold(BUSINESS, "business", 4, 8, SOON))
                .thenRefuses(Reason.OVER_QUOTA);
    }

    @Test
    void theHostMayGrantMore() {
        Quota quota = quota();
        quota.grant(12, "The chamber of commerce was asked for");

        given(quota).when(more -> more.hold(CITY, null, 12, 8, SOON)).thenIs(Quota::taken, 12);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        Quota quota = quota();
        quota.hold(CITY, null, 8, 8, SOON);
        quota.giveBack(CITY);

        given(quota).when(free -> free.hold(BUSINESS, "business", 8, 8, SOON)).thenIs(Quota::taken, 8);
    }

    @Test
    void askingTwiceTakesOnce() {
        Quota quota = quota();
        quota.hold(CITY, null, 8, 8, SOON);

        given(quota).when(again -> again.hold(CITY, null, 8, 8, SOON)).thenIs(Quota::taken, 8);
    }

    @Test
    void givingBackKeepsWhatIsTaken() {
        Quota quota = quota();
        quota.settle(CITY, null, 5);
        quota.hold(CITY, null, 7, 8, SOON);

        given(quota).when(back -> back.giveBack(CITY)).thenIs(Quota::taken, 5);
    }

    @Test
    void aCutBelowWhatIsTakenIsADebtAndNobodyIsDropped() {
        Quota quota = quota();
        quota.settle(CITY, null, 8);

        given(quota).when(cut -> cut.hold(CITY, null, 8, 5, SOON)).thenIs(Quota::taken, 8);
    }

    @Test
    void whoeverHeldAndDidNotComeToStandIsFoundInTime() {
        Quota quota = quota();
        quota.hold(CITY, null, 8, 8, SOON);

        given(quota)
                .when(waiting -> {})
                .thenIs(Quota::dueAt, SOON)
                .thenIs(lapsed -> lapsed.lapsed(SOON).contains(CITY), true)
                .thenIs(early -> early.lapsed(NOON).isEmpty(), true);
    }

    @Test
    void aPartnerHasOneDelegationWithoutALabel() {
        Quota quota = quota();
        quota.begin(CITY, null, SOON);

        given(quota).when(second -> second.begin(BUSINESS, null, SOON)).thenRefuses(Reason.ALREADY_REGISTERED);
    }

    @Test
    void aLabelTellsASecondDelegationApart() {
        Quota quota = quota();
        quota.begin(CITY, null, SOON);

        given(quota)
                .when(second -> second.begin(BUSINESS, "business", SOON))
                .thenIs(begun -> begun.lapsed(SOON).size(), 2);
    }

    @Test
    void afterAnEndAnotherMayBegin() {
        Quota quota = quota();
        quota.begin(CITY, null, SOON);
        quota.release(CITY);

        given(quota)
                .when(again -> again.begin(BUSINESS, null, SOON))
                .thenIs(begun -> begun.lapsed(SOON).contains(BUSINESS), true);
    }

    private static Quota quota() {
        return new Quota(QuotaId.of(EVENT, PARTNER), EVENT, PARTNER);
    }
}
