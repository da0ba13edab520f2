package vn.hoingo.invitations.guestlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuestListTests {

    private static final UUID EVENT = UUID.fromString("00000000-0000-8000-8000-00000000000e");
    private static final UUID BUSAN = UUID.fromString("00000000-0000-8000-8000-00000000000d");
    private static final UUID PARTNER = UUID.fromString("00000000-0000-8000-8000-00000000000f");
    private static final UUID MAYOR = UUID.fromString("00000000-0000-8000-8000-000000000001");
    private static final UUID VICE_MAYOR = UUID.fromString("00000000-0000-8000-8000-000000000002");
    private static final UUID DINNER = UUID.fromString("00000000-0000-8000-8000-00000000000a");

    private final GuestList list = new GuestList(new GuestListId(EVENT));

    @Test
    void whoIsApprovedIsExpected() {
        list.expect(BUSAN, PARTNER, MAYOR, 5, 2);
        assertThat(list.expected()).extracting(GuestList.Delegation::head).containsExactly(MAYOR);
    }

    @Test
    void whoWithdrewIsNotExpectedWhenTheApprovalIsHeardLater() {
        list.strike(BUSAN, PARTNER, "delegation-withdrawn", 3);
        list.expect(BUSAN, PARTNER, MAYOR, 5, 2);
        assertThat(list.expected()).isEmpty();
        list.expect(BUSAN, PARTNER, MAYOR, 5, 4);
        assertThat(list.expected()).isEmpty();
    }

    @Test
    void whoWasRejectedMayBeApprovedLater() {
        list.strike(BUSAN, PARTNER, "delegation-rejected", 3);
        list.expect(BUSAN, PARTNER, MAYOR, 5, 5);
        assertThat(list.expected()).hasSize(1);
    }

    @Test
    void theNewHeadIsExpectedInsteadOfTheOldOne() {
        list.expect(BUSAN, PARTNER, MAYOR, 5, 2);
        list.replaceHead(BUSAN, PARTNER, VICE_MAYOR, 6, 3);
        list.expect(BUSAN, PARTNER, MAYOR, 5, 2);
        assertThat(list.expected()).extracting(GuestList.Delegation::head).containsExactly(VICE_MAYOR);
    }

    @Test
    void aHeadReplacedBeforeTheApprovalIsNotAskedForThat() {
        list.replaceHead(BUSAN, PARTNER, VICE_MAYOR, 6, 3);
        assertThat(list.expected()).isEmpty();
    }

    @Test
    void whatWasDroppedIsNotAskedToWhenItIsHeardToBeAddedLater() {
        list.drop(DINNER);
        list.add(DINNER);
        assertThat(list.activities()).isEmpty();
    }

    @Test
    void aCancelledEventAsksToNothing() {
        list.add(DINNER);
        list.cancel();
        assertThat(list.activities()).isEmpty();
    }
}
