package vn.hoingo.delegations.quota;

import java.util.Optional;
import java.util.UUID;

/** Who knows how a delegation stands. */
public interface Takers {

    /** With whom it stands; nothing when it ended or never came to be. A draft stands with nobody. */
    Optional<Places.Asked> standing(UUID delegation);
}
