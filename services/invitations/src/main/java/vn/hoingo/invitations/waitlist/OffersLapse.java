package vn.hoingo.invitations.waitlist;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.WhenDue;

/** An offer that nobody took in time goes to the next. */
@Component
class OffersLapse implements WhenDue<WaitlistEntry> {

    private final WaitlistDesk desk;

    OffersLapse(WaitlistDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<WaitlistEntry> aggregate() {
        return WaitlistEntry.class;
    }

    @Override
    public void becameDue(UUID id, Instant now) {
        desk.lapse(new WaitlistEntryId(id), now);
    }
}
