package vn.hoingo.logistics.party;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.doors.Caller;
import vn.hoingo.messaging.Absent;

/**
 * Whose journeys a caller may see.
 *
 * @param onlyOf the partner whose focal point asks; null for those who may see all
 */
public record Reader(@Nullable UUID onlyOf) {

    private static final UUID NOBODYS = new UUID(0, 0);

    public static Reader of(Caller caller) {
        UUID partner = caller.partner();
        return new Reader(partner != null ? partner : caller.is("partner") ? NOBODYS : null);
    }

    /** What is another's does not exist for this one. */
    public void mustSee(UUID partner, String kind, UUID id) {
        if (onlyOf != null && !onlyOf.equals(partner)) {
            throw new Absent(kind, id);
        }
    }
}
