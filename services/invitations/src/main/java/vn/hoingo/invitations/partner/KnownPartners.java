package vn.hoingo.invitations.partner;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;

/** The partners that we know, by what we heard of them. */
@Component
public class KnownPartners {

    private final LocalCopy<KnownPartner> copy;

    KnownPartners(LocalCopies copies) {
        this.copy = copies.of(KnownPartner.class);
    }

    public Optional<KnownPartner> find(UUID partner) {
        return copy.find(partner);
    }
}
