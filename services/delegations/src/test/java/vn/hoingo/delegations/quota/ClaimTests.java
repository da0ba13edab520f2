package vn.hoingo.delegations.quota;

import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hoingo.delegations.quota.QuotaRefusal.Reason;
import vn.hoingo.messaging.Ids;

class ClaimTests {

    private static final UUID EVENT = UUID.fromString("0192f000-0000-7000-8000-000000000001");
    private static final UUID BUSAN = UUID.fromString("0192f000-0000-7000-8000-000000000003");
    private static final UUID CONSULATE = UUID.fromString("0192f000-0000-7000-8000-000000000004");
    private static final Instant SOON = Instant.parse("2026-09-01T12:10:00Z");

    @Test
    void nobodyComesWithTwoDelegations() {
        Claim claim = claim();
        claim.hold(BUSAN, somebody("one", null), SOON);

        given(claim)
                .when(second -> second.hold(CONSULATE, somebody("two", null), SOON))
                .thenRefuses(Reason.PERSON_ALREADY_REGISTERED);
    }

    @Test
    void twoPeopleWithOneNameComeWhenTheirBirthDatesTellThemApart() {
        Claim claim = claim();
        claim.hold(BUSAN, somebody("one", "1979"), SOON);

        given(claim)
                .when(second -> second.hold(CONSULATE, somebody("two", "1981"), SOON))
                .thenIs(both -> both.isHeldBy(BUSAN) && both.isHeldBy(CONSULATE), true);
    }

    @Test
    void whoeverWithdrewMayComeWithAnother() {
        Claim claim = claim();
        claim.hold(BUSAN, somebody("one", null), SOON);
        claim.release(BUSAN);

        given(claim)
                .when(second -> second.hold(CONSULATE, somebody("two", null), SOON))
                .thenIs(free -> free.isHeldBy(CONSULATE), true);
    }

    @Test
    void givingBackLeavesWhoStands() {
        Claim claim = claim();
        Identity one = somebody("one", null);
        claim.hold(BUSAN, one, SOON);
        claim.settle(BUSAN, List.of(one));

        given(claim).when(back -> back.giveBack(BUSAN)).thenIs(still -> still.isHeldBy(BUSAN), true);
    }

    @Test
    void settlingFreesWhoeverIsNoLongerThere() {
        Claim claim = claim();
        Identity one = somebody("one", null);
        claim.settle(BUSAN, List.of(one));

        given(claim).when(without -> without.settle(BUSAN, List.of())).thenIs(free -> free.isHeldBy(BUSAN), false);
    }

    @Test
    void whatIsOnlyHeldIsLookedAtInTime() {
        Claim claim = claim();
        claim.hold(BUSAN, somebody("one", null), SOON);

        given(claim)
                .when(waiting -> {})
                .thenIs(Claim::dueAt, SOON)
                .thenIs(lapsed -> lapsed.lapsed(SOON).contains(BUSAN), true);
    }

    private static Claim claim() {
        return new Claim(ClaimId.of(EVENT, "name:a nguyen van"));
    }

    private static Identity somebody(String which, @Nullable String birth) {
        return new Identity(
                Ids.from("test-member", which), Ids.from("test-person", which), "a nguyen van", "VN", birth, null);
    }
}
