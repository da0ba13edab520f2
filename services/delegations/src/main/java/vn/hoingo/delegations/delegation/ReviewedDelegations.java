package vn.hoingo.delegations.delegation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Delegations as the host last decided about them. */
interface ReviewedDelegations extends Repository<ReviewedDelegation, UUID> {

    Optional<ReviewedDelegation> findById(UUID delegation);

    ReviewedDelegation save(ReviewedDelegation reviewed);
}
