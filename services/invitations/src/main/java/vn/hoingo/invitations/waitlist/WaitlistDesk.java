package vn.hoingo.invitations.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.invitations.activity.KnownActivities;
import vn.hoingo.invitations.activity.KnownActivity;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.invitations.invitation.Invitations;
import vn.hoingo.invitations.seatbook.SeatBook;
import vn.hoingo.invitations.seatbook.SeatDesk;
import vn.hoingo.invitations.waitlist.WaitlistEntry.Status;
import vn.hoingo.messaging.Decisions;

/** Where people wait for a seat, and are offered one in their turn. */
@Component
public class WaitlistDesk {

    private static final Logger LOG = LoggerFactory.getLogger(WaitlistDesk.class);

    private final WaitlistEntries entries;
    private final Invitations invitations;
    private final SeatDesk seats;
    private final KnownActivities activities;
    private final Decisions decisions;
    private final MongoOperations mongo;
    private final Clock clock;
    private final Duration offer;
    private final Duration lock;

    WaitlistDesk(
            WaitlistEntries entries,
            Invitations invitations,
            SeatDesk seats,
            KnownActivities activities,
            Decisions decisions,
            MongoOperations mongo,
            Clock clock,
            @Value("${hoingo.waitlist.offer:24h}") Duration offer,
            @Value("${hoingo.waitlist.lock:1h}") Duration lock) {
        this.entries = entries;
        this.invitations = invitations;
        this.seats = seats;
        this.activities = activities;
        this.decisions = decisions;
        this.mongo = mongo;
        this.clock = clock;
        this.offer = offer;
        this.lock = lock;
    }

    /** An invitation whose guest said yes when there was no seat. */
    public void join(Invitation invitation) {
        WaitlistEntryId id = WaitlistEntryId.of(invitation.id().value(), invitation.timesWaitlisted());
        decisions.open(
                entries,
                id,
                () -> WaitlistEntry.join(
                        id,
                        invitation.id().value(),
                        invitation.activity(),
                        invitation.event(),
                        invitation.guest(),
                        invitation.seats(),
                        invitation.priority(),
                        clock.instant()));
    }

    /** True when somebody who came earlier waits for what is free and would fit: a newcomer is behind them. */
    public boolean isSomebodyBefore(Invitation newcomer) {
        int free = seats.find(newcomer.activity()).map(SeatBook::free).orElse(0);
        return free > 0
                && inTurn(newcomer.activity()).stream()
                        .anyMatch(entry -> entry.seats() <= free
                                && !entry.invitation().equals(newcomer.id().value()));
    }

    public int waiting(UUID activity) {
        return entries.countByActivityAndStatus(activity, Status.WAITING);
    }

    /** The offer that an invitation has now. */
    public Optional<WaitlistEntry> offerTo(UUID invitation) {
        return entries.findByInvitation(invitation).stream()
                .filter(entry -> entry.status() == Status.OFFERED)
                .findFirst();
    }

    /** The invitation has its seats: whatever it waited for is done. */
    public void served(Invitation invitation) {
        latest(invitation).ifPresent(id -> decisions.change(entries, id, WaitlistEntry::take));
    }

    /** The guest does not want a seat, or is not asked any more. */
    public void gone(Invitation invitation) {
        latest(invitation).ifPresent(id -> decisions.change(entries, id, WaitlistEntry::decline));
    }

    private Optional<WaitlistEntryId> latest(Invitation invitation) {
        if (invitation.timesWaitlisted() == 0) {
            return Optional.empty();
        }
        WaitlistEntryId id = WaitlistEntryId.of(invitation.id().value(), invitation.timesWaitlisted());
        return entries.findById(id)
                .filter(entry -> entry.status() == Status.WAITING
                        || entry.status() == Status.OFFERED
                        || entry.status() == Status.OFFER_LAPSED)
                .map(WaitlistEntry::id);
    }

    /**
     * Offers what is free to those who wait, in their turn; doing it twice does nothing more. A party that does not fit is
     * passed over, and says so in the log; nothing is offered when the activity is about to begin.
     */
    void fill(UUID activity) {
        Instant now = clock.instant();
        Instant until = activities
                .find(activity)
                .map(KnownActivity::window)
                .map(window -> window.startsAt().minus(lock))
                .filter(now.plus(offer)::isAfter)
                .orElse(now.plus(offer));
        List<WaitlistEntry> inTurn = inTurn(activity);
        if (inTurn.isEmpty() || !until.isAfter(now)) {
            return;
        }
        for (WaitlistEntry entry : inTurn) {
            if (seats.find(activity).map(SeatBook::free).orElse(0) == 0) {
                return;
            }
            if (!seats.hold(activity, entry.invitation(), entry.seats(), until)) {
                LOG.info("{} waits for {} seats and is passed over", entry.id().value(), entry.seats());
                continue;
            }
            boolean[] offered = {false};
            decisions.change(entries, entry.id(), waiting -> offered[0] = waiting.offer(until));
            if (!offered[0]) {
                seats.lapse(activity, entry.invitation(), until); // it was served or left in the same moment
            }
        }
    }

    private List<WaitlistEntry> inTurn(UUID activity) {
        return entries.findByActivityAndStatusOrderByPriorityAscEnteredAtAscIdAsc(activity, Status.WAITING);
    }

    /** Time is up for an offer: the seats go to the next. */
    void lapse(WaitlistEntryId id, Instant now) {
        boolean[] lapsed = {false};
        WaitlistEntry entry = decisions.change(entries, id, offered -> lapsed[0] = offered.lapse(now));
        if (lapsed[0]) {
            giveUp(entry, now);
        }
    }

    /** What follows a lapsed offer, also after a crash in between. */
    void giveUp(WaitlistEntryId id) {
        entries.findById(id)
                .filter(entry -> entry.status() == Status.OFFER_LAPSED)
                .ifPresent(entry -> giveUp(entry, clock.instant()));
    }

    private void giveUp(WaitlistEntry entry, Instant now) {
        seats.lapse(entry.activity(), entry.invitation(), now);
        leave(entry, now);
    }

    /** In the order in which seats are offered. */
    Page<WaitlistEntry> page(@Nullable UUID activity, @Nullable UUID event, @Nullable Status status, Paging paging) {
        List<Criteria> all = new ArrayList<>();
        is(all, "activity", activity);
        is(all, "event", event);
        is(all, "status", status);
        Criteria criteria = all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
        return Keyset.page(mongo, WaitlistEntry.class, criteria, paging, "turn");
    }

    private static void is(List<Criteria> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(Criteria.where(field).is(value));
        }
    }

    WaitlistEntry remove(WaitlistEntryId id) {
        WaitlistEntry entry = decisions.change(entries, id, WaitlistEntry::remove);
        seats.lapse(entry.activity(), entry.invitation(), Instant.MAX);
        leave(entry, clock.instant());
        return entry;
    }

    /** The invitation waits no more, unless it came back to the list since. */
    private void leave(WaitlistEntry entry, Instant now) {
        decisions.change(invitations, new InvitationId(entry.invitation()), invitation -> {
            if (entry.id().equals(WaitlistEntryId.of(entry.invitation(), invitation.timesWaitlisted()))) {
                invitation.leaveWaitlist(now);
            }
        });
    }
}
