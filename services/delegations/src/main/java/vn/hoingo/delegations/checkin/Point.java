package vn.hoingo.delegations.checkin;

import java.util.UUID;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.delegations.accreditation.Zone;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.messaging.Aggregate;

/** A place where badges are looked at: one door of one zone of an event. Somebody who passes it inwards is in its zone. */
@Document("check_in_points")
@CompoundIndex(def = "{'event': 1, '_id': 1}")
class Point extends Aggregate<PointId> {

    private final UUID event;
    private final Text name;
    private final Zone zone;

    Point(PointId id, UUID event, Text name, Zone zone) {
        super(id);
        this.event = event;
        this.name = name;
        this.zone = zone;
    }

    UUID event() {
        return event;
    }

    Text name() {
        return name;
    }

    Zone zone() {
        return zone;
    }
}
