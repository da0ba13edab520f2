package vn.hoingo.invitations.waitlist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to somebody who waits. Carries plain values: these records leave the service. */
public sealed interface WaitlistFact {

    @Contract("invitations.waitlist-joined.v1")
    record WaitlistJoined(UUID entryId, UUID activityId, UUID eventId, UUID personId, int seats, int priority)
            implements WaitlistFact {}

    @Contract("invitations.waitlist-offer-made.v1")
    record WaitlistOfferMade(
            UUID entryId,
            UUID activityId,
            UUID eventId,
            UUID personId,
            int seats,
            int priority,
            @Nullable UUID invitationId,
            Instant lapsesAt)
            implements WaitlistFact {}

    @Contract("invitations.waitlist-offer-taken.v1")
    record WaitlistOfferTaken(UUID entryId, UUID activityId, UUID eventId, UUID personId, int seats, int priority)
            implements WaitlistFact {}

    @Contract("invitations.waitlist-offer-lapsed.v1")
    record WaitlistOfferLapsed(UUID entryId, UUID activityId, UUID eventId, UUID personId, int seats, int priority)
            implements WaitlistFact {}

    @Contract("invitations.waitlist-removed.v1")
    record WaitlistRemoved(UUID entryId, UUID activityId, UUID eventId, UUID personId, int seats, int priority)
            implements WaitlistFact {}
}
