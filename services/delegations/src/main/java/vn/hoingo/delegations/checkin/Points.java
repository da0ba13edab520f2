package vn.hoingo.delegations.checkin;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Aggregates;

/** All check-in points. */
interface Points extends Aggregates<Point, PointId> {

    List<Point> findByEventOrderById(UUID event);

    List<Point> findByIdIn(Collection<PointId> ids);
}
