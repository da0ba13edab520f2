package vn.hoingo.delegations.delegation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.document.DocumentOwners;
import vn.hoingo.delegations.event.KnownEvents;
import vn.hoingo.doors.Caller;

/** Lets documents be handed in and seen by those who see their delegation. */
@Component
class ProvedDelegations implements DocumentOwners {

    private final DelegationDesk desk;
    private final KnownEvents events;

    ProvedDelegations(DelegationDesk desk, KnownEvents events) {
        this.desk = desk;
        this.events = events;
    }

    @Override
    public Optional<Instant> endOfEvent(UUID delegation, Caller caller) {
        return events.find(desk.see(new DelegationId(delegation), caller).event())
                .flatMap(Dossiers::end);
    }
}
