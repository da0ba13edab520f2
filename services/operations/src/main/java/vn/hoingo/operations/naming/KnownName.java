package vn.hoingo.operations.naming;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What somebody else's thing is called: a partner, an event, an activity or a resource by a name of its own, a delegation by its
 * partner's and its label.
 */
@Document("known_names")
record KnownName(
        @Id UUID id,
        @Nullable String vi,
        @Nullable String en,
        @Nullable UUID partner,
        @Nullable String label) {

    static KnownName of(UUID id, String vi, String en) {
        return new KnownName(id, vi, en, null, null);
    }

    static KnownName ofDelegation(UUID id, UUID partner, @Nullable String label) {
        return new KnownName(id, null, null, partner, label);
    }
}
