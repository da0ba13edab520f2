package vn.hoingo.events.permit;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.WhenDue;

/** A consulted body whose period has run out is told to everybody. */
@Component
class WhenAnswerIsDue implements WhenDue<Permit> {

    private final PermitDesk desk;

    WhenAnswerIsDue(PermitDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<Permit> aggregate() {
        return Permit.class;
    }

    @Override
    public void becameDue(UUID id, Instant now) {
        desk.tellWhatIsOverdue(new PermitId(id));
    }
}
