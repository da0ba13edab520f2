package vn.hoingo.invitations.partner;

import java.util.Optional;
import java.util.UUID;

/** The partners that we know. */
public interface KnownPartners {

    Optional<KnownPartner> find(UUID partner);
}
