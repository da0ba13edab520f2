package vn.hoingo.invitations.waitlist;

import java.util.UUID;
import vn.hoingo.messaging.Id;
import vn.hoingo.messaging.Ids;

/** The identity of an entry: one for each time that an invitation comes to the waitlist. */
public record WaitlistEntryId(UUID value) implements Id {

    static WaitlistEntryId of(UUID invitation, int time) {
        return new WaitlistEntryId(Ids.from("waitlist-entry", invitation, time));
    }
}
