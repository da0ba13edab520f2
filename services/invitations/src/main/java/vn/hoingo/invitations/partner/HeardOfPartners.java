package vn.hoingo.invitations.partner;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;

/** Partners by what we heard of them. */
@Component
class HeardOfPartners implements KnownPartners {

    private final LocalCopy<KnownPartner> partners;

    HeardOfPartners(LocalCopies copies) {
        this.partners = copies.of(KnownPartner.class);
    }

    @Override
    public Optional<KnownPartner> find(UUID partner) {
        return partners.find(partner);
    }
}
