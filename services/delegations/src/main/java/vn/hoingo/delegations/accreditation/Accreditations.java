package vn.hoingo.delegations.accreditation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.hoingo.messaging.Aggregates;

/** All accreditations. */
public interface Accreditations extends Aggregates<Accreditation, AccreditationId> {

    Optional<Accreditation> findByNumber(String number);

    List<Accreditation> findByDelegation(UUID delegation);

    List<Accreditation> findByEvent(UUID event);
}
