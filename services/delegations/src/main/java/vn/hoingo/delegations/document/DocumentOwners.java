package vn.hoingo.delegations.document;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.hoingo.doors.Caller;

/** Knows the delegations that documents prove, and who may see them. */
public interface DocumentOwners {

    /** When the event of this delegation ends, if that is known; absent for whoever may not see the delegation. */
    Optional<Instant> endOfEvent(UUID delegation, Caller caller);
}
