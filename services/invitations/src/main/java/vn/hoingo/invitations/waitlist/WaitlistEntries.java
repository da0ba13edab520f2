package vn.hoingo.invitations.waitlist;

import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Aggregates;

interface WaitlistEntries extends Aggregates<WaitlistEntry, WaitlistEntryId> {

    /** In the order in which they are served. */
    List<WaitlistEntry> findByActivityAndStatusOrderByPriorityAscEnteredAtAscIdAsc(
            UUID activity, WaitlistEntry.Status status);

    List<WaitlistEntry> findByInvitation(UUID invitation);

    int countByActivityAndStatus(UUID activity, WaitlistEntry.Status status);
}
