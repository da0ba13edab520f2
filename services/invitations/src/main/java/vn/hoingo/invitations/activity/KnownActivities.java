package vn.hoingo.invitations.activity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The activities that we know. */
public interface KnownActivities {

    Optional<KnownActivity> find(UUID activity);

    List<KnownActivity> ofEvent(UUID event);
}
