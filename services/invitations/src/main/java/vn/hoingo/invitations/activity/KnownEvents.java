package vn.hoingo.invitations.activity;

import java.util.Optional;
import java.util.UUID;

/** The events that we know. */
public interface KnownEvents {

    Optional<KnownEvent> find(UUID event);
}
