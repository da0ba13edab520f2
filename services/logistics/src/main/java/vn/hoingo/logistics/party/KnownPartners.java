package vn.hoingo.logistics.party;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.programme.Text;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;

/** The names of the partners. */
@Component
public class KnownPartners {

    private final LocalCopy<KnownPartner> copy;

    KnownPartners(LocalCopies copies) {
        this.copy = copies.of(KnownPartner.class);
    }

    void learn(UUID partner, Text name, Heard heard) {
        copy.apply(partner, heard, known -> new KnownPartner(partner, name));
    }

    public Optional<Text> nameOf(UUID partner) {
        return copy.find(partner).map(KnownPartner::name);
    }

    /** The names of many at once; who is not known yet is missing. */
    public Map<UUID, Text> namesOf(Collection<UUID> partners) {
        Map<UUID, Text> names = new HashMap<>();
        if (!partners.isEmpty()) {
            copy.find(Query.query(Criteria.where("_id").in(partners)))
                    .forEach(partner -> names.put(partner.id(), partner.name()));
        }
        return names;
    }
}
