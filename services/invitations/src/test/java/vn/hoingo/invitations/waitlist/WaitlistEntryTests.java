package vn.hoingo.invitations.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoingo.invitations.waitlist.WaitlistEntry.Status;
import vn.hoingo.invitations.waitlist.WaitlistFact.WaitlistOfferLapsed;
import vn.hoingo.invitations.waitlist.WaitlistFact.WaitlistOfferMade;
import vn.hoingo.invitations.waitlist.WaitlistFact.WaitlistOfferTaken;
import vn.hoingo.invitations.waitlist.WaitlistFact.WaitlistRemoved;

class WaitlistEntryTests {

    private static final Instant NOON = Instant.parse("2026-09-01T05:00:00Z");
    private static final UUID SOMETHING = UUID.fromString("00000000-0000-8000-8000-000000000001");

    @Test
    void anOfferIsMadeOnceAndLapsesAtItsTime() {
        given(waiting())
                .when(entry -> entry.offer(NOON))
                .thenAnnounces(WaitlistOfferMade.class)
                .thenIs(WaitlistEntry::dueAt, NOON);
        given(offered()).when(entry -> entry.offer(NOON)).thenAnnouncesNothing();
        given(offered()).when(entry -> entry.lapse(NOON.minusSeconds(1))).thenAnnouncesNothing();
        given(offered())
                .when(entry -> entry.lapse(NOON))
                .thenAnnounces(WaitlistOfferLapsed.class)
                .thenIs(WaitlistEntry::dueAt, null);
    }

    @Test
    void whoTakesTheOfferIsServed() {
        given(offered()).when(WaitlistEntry::take).thenAnnounces(WaitlistOfferTaken.class);
    }

    @Test
    void whoLeavesIsNotOfferedAnything() {
        given(waiting()).when(WaitlistEntry::decline).thenAnnounces(WaitlistRemoved.class);
        WaitlistEntry gone = waiting();
        gone.remove();
        assertThat(gone.offer(NOON)).isFalse();
        assertThat(gone.status()).isEqualTo(Status.REMOVED);
    }

    @Test
    void aDeclinedOfferIsNotALapsedOne() {
        given(offered())
                .when(WaitlistEntry::decline)
                .thenAnnounces(WaitlistRemoved.class)
                .thenIs(WaitlistEntry::status, Status.DECLINED);
    }

    private static WaitlistEntry waiting() {
        return WaitlistEntry.join(
                WaitlistEntryId.of(SOMETHING, 1), SOMETHING, SOMETHING, SOMETHING, SOMETHING, 1, 5, NOON);
    }

    private static WaitlistEntry offered() {
        WaitlistEntry entry = waiting();
        entry.offer(NOON);
        return entry;
    }
}
