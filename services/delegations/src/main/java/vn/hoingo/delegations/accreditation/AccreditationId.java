package vn.hoingo.delegations.accreditation;

import java.util.UUID;
import vn.hoingo.messaging.Id;
import vn.hoingo.messaging.Ids;

/** Which accreditation. */
public record AccreditationId(UUID value) implements Id {

    /** A member of a delegation has one. */
    public static AccreditationId of(UUID delegation, UUID member) {
        return new AccreditationId(Ids.from("accreditation", delegation, member));
    }
}
