package vn.hoingo.logistics.arrival;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Aggregates;

/** The arrivals of all parties. */
interface ArrivalPlans extends Aggregates<ArrivalPlan, ArrivalPlanId> {

    List<ArrivalPlan> findByDelegationIdOrderByLandsAtAscIdAsc(UUID delegation);

    List<ArrivalPlan> findByEventIdOrderByLandsAtAscIdAsc(UUID event);

    List<ArrivalPlan> findByMissingInOrderByLandsAtAscIdAsc(Collection<ArrivalPlan.Missing> missing);

    List<ArrivalPlan> findByVehicleResourceIdOrderByLandsAtAscIdAsc(UUID resource);

    List<ArrivalPlan> findByInterpreterResourceIdOrderByLandsAtAscIdAsc(UUID resource);

    List<ArrivalPlan> findByNeedsPersonTrueOrderByLandsAtAscIdAsc();
}
